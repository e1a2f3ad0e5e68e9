package org.wsisforum.kit.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;

/** Pictures on printed pages that lead a telephone to an address. */
public final class QrCode {

    private QrCode() {}

    /** The address as a picture: a {@code data:} address for the {@code src} of an {@code img}, one point for each module. */
    public static String of(String address) {
        try {
            var points =
                    new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
            var picture = new BufferedImage(points.getWidth(), points.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (var x = 0; x < points.getWidth(); x++) {
                for (var y = 0; y < points.getHeight(); y++) {
                    picture.setRGB(x, y, points.get(x, y) ? 0x000000 : 0xffffff);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalStateException("An address does not fit into a code", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A code cannot be drawn", e);
        }
    }
}
