package org.wsisforum.awards.winner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a certificate. It follows from what the certificate is for, so that none has to be given out and kept; it is no
 * secret, for whoever is shown one looks it up.
 *
 * @param digest ten hexadecimal digits of what it is for
 */
record CertificateNumber(Kind kind, int category, String digest) {

    private static final Pattern FORM = Pattern.compile("([WC])([1-9]\\d{0,4})-([0-9A-F]{10})");

    static CertificateNumber of(Kind kind, Laureate laureate) {
        return new CertificateNumber(kind, laureate.category(), digest(kind, laureate));
    }

    /** A number as it is written on a certificate. */
    static Optional<CertificateNumber> read(String written) {
        var parts = FORM.matcher(written);
        return parts.matches()
                ? Optional.of(new CertificateNumber(
                        parts.group(1).equals("W") ? Kind.WINNER : Kind.CHAMPION,
                        Integer.parseInt(parts.group(2)),
                        parts.group(3)))
                : Optional.empty();
    }

    /** Whether a certificate of this number was made out to it. */
    boolean isOf(Laureate laureate) {
        return (kind == Kind.CHAMPION || laureate.won()) && digest.equals(digest(kind, laureate));
    }

    private static String digest(Kind kind, Laureate laureate) {
        var what = kind.json() + "/" + laureate.edition() + "/" + laureate.project();
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(hash, 5));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return kind.name().charAt(0) + Integer.toString(category) + "-" + digest;
    }
}
