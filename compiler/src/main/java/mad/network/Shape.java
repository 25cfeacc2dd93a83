package mad.network;

/** The shape of one feature map; an image has one frame, a vector one frame, row and column. All are at least 1. */
public record Shape(long channels, long frames, long rows, long columns) {
    public Shape {
        if (channels < 1 || frames < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "empty shape " + channels + " x " + frames + " x " + rows + " x " + columns);
        }
    }

    /** A vector: {@code channels} at one position. */
    static Shape vector(long channels) {
        return new Shape(channels, 1, 1, 1);
    }

    /** Frames times rows times columns. */
    public long pixels() {
        return Exact.product(frames, rows, columns);
    }

    /** Channels times pixels. */
    public long elements() {
        return Exact.product(channels, pixels());
    }

    public boolean sameSize(Shape other) {
        return frames == other.frames && rows == other.rows && columns == other.columns;
    }

    Shape withChannels(long other) {
        return new Shape(other, frames, rows, columns);
    }

    /** As a reader writes it: {@code 64 x 56 x 56}, with frames where there are several. */
    public String text() {
        return channels + " x " + (frames == 1 ? "" : frames + " x ") + rows + " x " + columns;
    }
}
