package mad.verify;

/** Thrown inside, caught by {@link Certificate#check}: why a certificate proves nothing. */
final class Refused extends RuntimeException {
    Refused(String reason) {
        super(reason, null, false, false);
    }
}
