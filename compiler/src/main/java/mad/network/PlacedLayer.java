package mad.network;

/**
 * One layer of a network, in its place.
 *
 * @param in what enters; of a join, what its first branch left ({@code concat}: all branches together)
 * @param params trainable numbers, biases included
 * @param macs multiply-accumulates of convolution, linear and attention products
 * @param width the paper's width; 0 for a layer that is neither conv nor linear
 * @param live elements alive while it runs
 */
public record PlacedLayer(
        Layer layer, Place place, Shape in, Shape out, long params, long macs, long width, long live) {
    /** Trainable numbers without biases. */
    public long weights() {
        return layer.bias() ? params - out.channels() : params;
    }

    public boolean weighted() {
        return layer instanceof Conv || layer instanceof Linear;
    }
}
