package mad.query;

import mad.solve.CancelToken;

/** Asks for an answer in the making to be finished now with what there is. May be used from any thread. */
public final class Cancellation {
    private final CancelToken token = new CancelToken();

    public void cancel() {
        token.cancel();
    }

    public boolean isCancelled() {
        return token.isCancelled();
    }

    CancelToken token() {
        return token;
    }
}
