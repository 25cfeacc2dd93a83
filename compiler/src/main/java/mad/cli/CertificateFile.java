package mad.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mad.emit.CertificateJson;
import mad.query.Certified;
import mad.verify.Certificate;
import mad.verify.Verdict;
import org.jspecify.annotations.Nullable;

/** Certificates as files: lines of JSON, compressed. */
final class CertificateFile {
    private CertificateFile() {}

    /** Without a proof there is no file: one of an earlier run would be taken for this one's. */
    static void write(String name, @Nullable Certified certified) {
        Path path = Project.path(name);
        try {
            Files.deleteIfExists(path);
            if (certified != null) {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
                    for (String line : CertificateJson.lines(certified)) {
                        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            throw new Unusable("cannot write " + name);
        }
    }

    static Verdict check(String name) {
        Path path = Project.path(name);
        if (!Files.isRegularFile(path)) {
            throw new Unusable(Files.exists(path) ? name + " is a folder" : "there is no file " + name);
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            Iterator<String> text = lines.lines().iterator();
            return Certificate.check(text);
        } catch (IOException | UncheckedIOException e) {
            return new Verdict.Unproved(0, "it is no compressed file, or a part of it is missing");
        }
    }
}
