package mad.network;

/** One feature map while the network is assembled; two of one shape are told apart by {@code id}. */
record Tensor(int id, Shape shape) {}
