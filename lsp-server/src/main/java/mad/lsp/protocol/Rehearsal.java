package mad.lsp.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A short session, written down: what an editor asks first. */
final class Rehearsal {
    private static final String SESSION = "/mad/lsp/rehearsal.jsonl";
    private static final long PAUSE = 1500;

    private Rehearsal() {}

    /** The messages, and then a while of silence for the answers. */
    static InputStream messages() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream session = Rehearsal.class.getResourceAsStream(SESSION)) {
            String text = session == null ? "" : new String(session.readAllBytes(), StandardCharsets.UTF_8);
            for (String message : text.lines().toList()) {
                byte[] body = message.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                bytes.writeBytes(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Slow(bytes.toByteArray());
    }

    private static final class Slow extends ByteArrayInputStream {
        Slow(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            int read = super.read(into, offset, length);
            return read < 0 ? silence() : read;
        }

        @Override
        public synchronized int read() {
            int read = super.read();
            return read < 0 ? silence() : read;
        }

        private static int silence() {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }
    }
}
