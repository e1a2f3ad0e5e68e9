package org.wsisforum.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A certificate for localhost that its key has signed, made for this run, and a gateway that shows it. */
public final class Certificate implements QuarkusTestResourceLifecycleManager {

    private static final char[] PASSWORD = "for-this-run-alone".toCharArray();
    private static final String NAME = "gateway";
    private static final Path STORE = Path.of("target/tls/store.p12").toAbsolutePath();

    @Override
    public Map<String, String> start() {
        try {
            Files.createDirectories(STORE.getParent());
            Files.deleteIfExists(STORE);
            make();
            var store = KeyStore.getInstance(STORE.toFile(), PASSWORD);
            var certificate = STORE.resolveSibling("certificate.pem");
            var key = STORE.resolveSibling("key.pem");
            Files.writeString(
                    certificate, pem("CERTIFICATE", store.getCertificate(NAME).getEncoded()));
            Files.writeString(
                    key, pem("PRIVATE KEY", store.getKey(NAME, PASSWORD).getEncoded()));
            return Map.of(
                    "quarkus.http.ssl.certificate.files", certificate.toString(),
                    "quarkus.http.ssl.certificate.key-files", key.toString());
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void make() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        NAME,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        STORE.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    /** What a client needs to trust it. */
    public static SSLContext trusted() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                NAME, KeyStore.getInstance(STORE.toFile(), PASSWORD).getCertificate(NAME));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void stop() {
        // The files are of the build folder.
    }
}
