package mad.lsp;

/**
 * Whether somebody types. One change is made to see what comes of it, and is solved at once; a change soon after another is a key of a word or a number, and a
 * solve between two keys would only slow the editor down.
 */
public final class Typing {
    /** Nanoseconds between two keys of slow typing. */
    private static final long BETWEEN_KEYS = 400_000_000;

    private boolean begun;
    private long last;

    /**
     * A change was made.
     *
     * @param now in nanoseconds, from any origin
     * @return whether it goes on with what the last one began
     */
    public synchronized boolean goesOn(long now) {
        boolean soon = begun && now - last < BETWEEN_KEYS;
        begun = true;
        last = now;
        return soon;
    }

    /** What comes next is no key: somebody drags a number, and wants to see where it leads. */
    public synchronized void interrupted() {
        begun = false;
    }
}
