package org.wsisforum.kit.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * A picture as it is stored: drawn anew from what was sent, so that nothing comes along that is not picture, such as where a
 * photograph was taken.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param width points across
 * @param height points down
 * @param bytes its file
 */
public record Image(String mediaType, int width, int height, byte[] bytes) {

    /** A picture of 12 million points is 48 MB in memory, whatever its file is. */
    private static final long MOST_POINTS = 12_000_000;

    private static final Map<String, String> MEDIA_TYPES = Map.of("png", "image/png", "JPEG", "image/jpeg");

    /** So many pictures are drawn at once, however many are sent. */
    private static final Semaphore AT_WORK = new Semaphore(2);

    /**
     * The picture in these bytes, a PNG or JPEG of at most 12 million points; empty if there is none that can be shown, or a
     * larger one.
     */
    public static Optional<Image> read(byte[] sent) throws InterruptedException {
        AT_WORK.acquire();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return redrawn(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // The readers of the platform meet damaged files with many kinds of exception.
            return Optional.empty();
        } finally {
            AT_WORK.release();
        }
    }

    private static Optional<Image> redrawn(ImageReader reader) throws IOException {
        var form = reader.getFormatName();
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (!MEDIA_TYPES.containsKey(form) || (long) width * height > MOST_POINTS) {
            return Optional.empty();
        }
        var seen = reader.read(0);
        var bytes = new ByteArrayOutputStream();
        return ImageIO.write(form.equals("JPEG") ? opaque(seen) : seen, form, bytes)
                ? Optional.of(new Image(MEDIA_TYPES.get(form), width, height, bytes.toByteArray()))
                : Optional.empty();
    }

    /** SHA-256 of its file in hexadecimal digits: what its ETag is made of. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** What a JPEG can hold: three colours and nothing behind them. */
    private static BufferedImage opaque(BufferedImage seen) {
        var drawn = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.drawImage(seen, 0, 0, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }
}
