package mad.network;

/** What a block knows of where it stands: what enters it, and whether this is the first repetition of its part. */
record Surroundings(Shape entering, boolean first) {}
