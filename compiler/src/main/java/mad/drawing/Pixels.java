package mad.drawing;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A picture of lines as a picture of points. */
public final class Pixels {
    /** For screens with small points, too. */
    private static final int SCALE = 2;

    private Pixels() {}

    public static byte[] png(String svg) {
        try {
            SVGDocument document = new SVGLoader()
                    .load(
                            new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                            null,
                            LoaderContext.createDefault());
            if (document == null) {
                throw new IllegalStateException("the drawing is no picture");
            }
            FloatSize size = document.size();
            BufferedImage image = new BufferedImage(
                    (int) Math.ceil(SCALE * size.width),
                    (int) Math.ceil(SCALE * size.height),
                    BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(SCALE, SCALE);
            document.render(null, graphics);
            graphics.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | InternalError | RuntimeException e) {
            if (isAboutFonts(e)) {
                throw new Unavailable(
                        "a PNG needs fonts, and Java finds none here: install fontconfig and a font (on Debian the packages fontconfig and"
                                + " fonts-dejavu-core, and a JDK that is not headless-only), or write an SVG");
            }
            throw e;
        }
    }

    /** Java says it in many ways: a missing library, no fonts configured, a null where the font manager should be. */
    private static boolean isAboutFonts(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage()).toLowerCase(java.util.Locale.ROOT);
            boolean thrownThere = java.util.Arrays.stream(cause.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().startsWith("sun.font.")
                            || frame.getClassName().startsWith("sun.awt."));
            if (said.contains("font") || said.contains("libfreetype") || said.contains("libawt") || thrownThere) {
                return true;
            }
        }
        return false;
    }
}
