package org.wsisforum.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A ledger as its description says it is written, by nothing that the service writes it with. */
final class MadeUpLedger {

    private static final Instant BEGIN = Instant.parse("2021-03-05T10:00:00.123456Z");

    private final List<String> votes = new ArrayList<>();
    private final KeyPair pair;
    private boolean changeAllowed;
    private String ballot = "all-categories";
    private int champions = 2;
    private List<Integer> categories = List.of(1, 2);
    private String signedEdition = "2021";

    MadeUpLedger() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    MadeUpLedger changeAllowed() {
        changeAllowed = true;
        return this;
    }

    MadeUpLedger ballot(String rule) {
        ballot = rule;
        return this;
    }

    MadeUpLedger champions(int perCategory) {
        champions = perCategory;
        return this;
    }

    MadeUpLedger categories(Integer... numbers) {
        categories = List.of(numbers);
        return this;
    }

    MadeUpLedger signedFor(String edition) {
        signedEdition = edition;
        return this;
    }

    static UUID vote(int number) {
        return new UUID(0xff00_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    static UUID project(int number) {
        return new UUID(0x1000, number);
    }

    static String voter(int number) {
        return base64(("voter " + number).getBytes(StandardCharsets.UTF_8));
    }

    static String line(int vote, int category, int project, int voter, int second, Integer supersedes) {
        return "{\"vote\":\"" + vote(vote) + "\",\"category\":" + category + ",\"project\":\"" + project(project)
                + "\",\"voter\":\"" + voter(voter) + "\",\"castAt\":\"" + BEGIN.plusSeconds(second) + "\""
                + (supersedes == null ? "" : ",\"supersedes\":\"" + vote(supersedes) + "\"") + "}";
    }

    /** One vote a second, in the order of the calls; its number is that of the call, beginning with 0. */
    MadeUpLedger vote(int voter, int category, int project) {
        return add(line(votes.size(), category, project, voter, votes.size(), null));
    }

    MadeUpLedger changed(int voter, int category, int project, int supersedes) {
        return add(line(votes.size(), category, project, voter, votes.size(), supersedes));
    }

    MadeUpLedger add(String line) {
        votes.add(line);
        return this;
    }

    List<String> votes() {
        return votes;
    }

    /** The public key as a JWK spells it. */
    String x() {
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        var big = point.getY()
                .or(point.isXOdd() ? BigInteger.ONE.shiftLeft(255) : BigInteger.ZERO)
                .toByteArray();
        var little = new byte[32];
        for (var i = 0; i < Math.min(32, big.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        return base64(little);
    }

    String kid() {
        return base64(sha256(bytes("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x() + "\"}")));
    }

    String keys() {
        return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x() + "\",\"kid\":\"" + kid() + "\"}]}";
    }

    String header() {
        return "{\"format\":\"wsis-ledger\",\"version\":1,\"edition\":\"2021\",\"rules\":" + rules() + ",\"votes\":"
                + votes.size() + ",\"key\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x() + "\",\"kid\":\""
                + kid()
                + "\"}}";
    }

    String rules() {
        return "{\"ballot\":\"" + ballot + "\",\"changeAllowed\":" + changeAllowed + ",\"championsPerCategory\":"
                + champions + ",\"tie\":\"expert-group-decides\",\"categories\":"
                + categories.toString().replace(" ", "") + "}";
    }

    String head() {
        var hash = sha256(bytes(header()));
        for (var vote : votes) {
            hash = sha256(hash, sha256(bytes(vote)));
        }
        return base64(hash);
    }

    String text() {
        var head = head();
        return header() + "\n"
                + String.join("", votes.stream().map(vote -> vote + "\n").toList()) + "{\"head\":\"" + head
                + "\",\"signature\":\"" + sign("wsis-ledger/1\n" + signedEdition + "\n" + head + "\n") + "\"}\n";
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, text());
    }

    /** The receipt of a vote that was stored together with another one. */
    String receipt(String line, boolean isLeft) {
        var digest = sha256(bytes(line));
        var beside = sha256(bytes("another vote"));
        var root = sha256(new byte[] {1}, isLeft ? digest : beside, isLeft ? beside : digest);
        return "{\"edition\":\"2021\",\"vote\":\"%s\",\"category\":%s,\"castAt\":\"%s\",\"digest\":\"%s\",\"path\":[{\"%s\":\"%s\"}],\"key\":\"%s\",\"signature\":\"%s\"}"
                .formatted(
                        line.split("\"")[3],
                        line.replaceAll(".*\"category\":(\\d+).*", "$1"),
                        line.replaceAll(".*\"castAt\":\"([^\"]*)\".*", "$1"),
                        base64(digest),
                        isLeft ? "right" : "left",
                        base64(beside),
                        kid(),
                        sign("wsis-receipt/1\n2021\n" + base64(root) + "\n"));
    }

    String sign(String message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(bytes(message));
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a ledger of so many voters who vote in all categories, without holding it in memory. */
    Path write(Path file, int voters) throws IOException {
        var inOrder = categories;
        var count = (long) voters * inOrder.size();
        var header = header().replace("\"votes\":0,", "\"votes\":" + count + ",");
        var hash = sha256(bytes(header));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header + "\n");
            for (var number = 0; number < count; number++) {
                var category = inOrder.get(number / voters);
                var voter = number % voters;
                var line = line(number, category, 100 * category + voter % 7 % (1 + category % 7), voter, number, null);
                hash = sha256(hash, sha256(bytes(line)));
                out.write(line + "\n");
            }
            out.write("{\"head\":\"" + base64(hash) + "\",\"signature\":\""
                    + sign("wsis-ledger/1\n2021\n" + base64(hash) + "\n") + "\"}\n");
        }
        return file;
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
