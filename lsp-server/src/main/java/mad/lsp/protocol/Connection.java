package mad.lsp.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/** Serves one client after another. */
public final class Connection {
    private Connection() {}

    /**
     * Serves the client at these streams until it is gone.
     *
     * @param exit takes the exit code when it says {@code exit}, or its process ends
     * @return whether it said goodbye first
     */
    public static boolean serve(InputStream in, OutputStream out, IntConsumer exit) {
        try (Session session = new Session()) {
            return serve(session, in, out, exit);
        }
    }

    private static boolean serve(Session session, InputStream in, OutputStream out, IntConsumer exit) {
        // The protocol's library is not to fill the editor's log with what it does not know.
        Logger.getLogger("org.eclipse.lsp4j").setLevel(Level.SEVERE);
        ExecutorService writer = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "mad-messages");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Server server = new Server(session, exit);
            Launcher<MadClient> launcher = new Launcher.Builder<MadClient>()
                    .setLocalService(server)
                    .setRemoteInterface(MadClient.class)
                    .setInput(in)
                    .setOutput(out)
                    .setExecutorService(writer)
                    .create();
            session.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            listening.get();
            return server.isDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        } finally {
            writer.shutdownNow();
        }
    }

    /** Serves clients that connect to {@code port} of this machine, one after another, without end. */
    public static void listen(int port, IntConsumer ready) throws IOException {
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            ready.accept(server.getLocalPort());
            while (!Thread.currentThread().isInterrupted()) {
                try (Socket client = server.accept()) {
                    client.setTcpNoDelay(true);
                    serve(client.getInputStream(), client.getOutputStream(), code -> close(client));
                }
            }
        }
    }

    /** Serves a short session that nobody sees, and waits until all of it is over: classes cannot be archived while something still runs. */
    public static void rehearse() throws InterruptedException {
        try (Session session = new Session()) {
            serve(session, Rehearsal.messages(), OutputStream.nullOutputStream(), code -> {});
            session.close();
            session.threads().quiet();
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            // It is gone already, which is all that was wanted.
            Thread.onSpinWait();
        }
    }
}
