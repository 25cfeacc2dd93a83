package mad.lsp.protocol;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mad.lsp.Locations;
import mad.query.Snapshot;

/** The preview of a file on disk, in browsers: a session of the language server whose editor is the file itself. */
public final class FilePreview implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 100;

    private final Session session = new Session();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mad-files");
        thread.setDaemon(true);
        return thread;
    });
    private final String file;
    private final String address;

    /**
     * @param root the project: imports reach no file outside it
     * @param design shown first; empty for the first one of the file
     * @param port 0 for a free one
     * @param seconds at most spent on a design
     * @param words takes what is to be said to the user
     * @throws IOException where the file cannot be read, or the port is taken
     */
    public FilePreview(Path path, Path root, String design, int port, double seconds, Consumer<String> words)
            throws IOException {
        Settings usual = Settings.USUAL;
        FileEditor editor = new FileEditor(session, path, words);
        this.file = editor.file();
        session.set(new Settings(true, usual.solve(), seconds, usual.hints(), false, false));
        session.learn(Client.ofPages());
        session.connect(editor);
        session.workspace().folders(List.of(root));
        editor.open();
        this.address = session.previewing().pages().open(Locations.uri(file), design, port);
        clock.scheduleWithFixedDelay(
                session.threads().guarded("files", editor::look),
                LOOK_MILLISECONDS,
                LOOK_MILLISECONDS,
                TimeUnit.MILLISECONDS);
    }

    /** The page's address, which holds its token. */
    public URI address() {
        return URI.create(address);
    }

    /** The names of the file's designs, as far as they can be read. */
    public List<String> designs() {
        Snapshot snapshot = session.workspace().state().snapshot();
        return snapshot.designs(file).stream().map(d -> d.name()).toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        session.close();
    }
}
