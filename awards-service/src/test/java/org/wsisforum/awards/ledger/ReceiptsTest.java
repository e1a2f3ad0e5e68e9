package org.wsisforum.awards.ledger;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What voters keep can be checked by anybody, and nothing of it can be changed. */
class ReceiptsTest {

    private final LedgerKey key = new LedgerKey("a secret of the tests alone");
    private final Receipts receipts = new Receipts();

    ReceiptsTest() {
        receipts.key = key;
    }

    private static LedgerLine line(int number) {
        return new LedgerLine(
                new UUID(7, number),
                number % 18 + 1,
                new UUID(8, number),
                new byte[] {(byte) number, 2, 3},
                Instant.parse("2021-03-05T10:15:30.123456Z"),
                null);
    }

    private static List<LedgerLine> lines(int count) {
        return IntStream.range(0, count).mapToObj(ReceiptsTest::line).toList();
    }

    @Test
    void a_line_has_one_spelling() {
        assertThat(line(1).json())
                .isEqualTo("{\"vote\":\"00000000-0000-0007-0000-000000000001\",\"category\":2,"
                        + "\"project\":\"00000000-0000-0008-0000-000000000001\",\"voter\":\"AQID\","
                        + "\"castAt\":\"2021-03-05T10:15:30.123456Z\"}");
        var second = new LedgerLine(
                new UUID(7, 2),
                2,
                new UUID(8, 2),
                new byte[] {1},
                Instant.parse("2021-03-05T10:15:30Z"),
                new UUID(7, 1));
        assertThat(second.json()).endsWith("\"supersedes\":\"00000000-0000-0007-0000-000000000001\"}");
    }

    @ParameterizedTest(name = "{0} votes stored together")
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 64, 100})
    void each_vote_of_those_stored_together_has_a_receipt_of_its_own(int count) {
        var lines = lines(count);
        var given = receipts.of("2021", lines);
        assertThat(given).hasSize(count);
        for (var i = 0; i < count; i++) {
            var receipt = given.get(i);
            assertThat(receipt.vote()).isEqualTo(lines.get(i).vote());
            assertThat(receipt.digest())
                    .isEqualTo(LedgerLine.base64(lines.get(i).digest()));
            assertThat(receipts.isSigned(receipt)).as("receipt " + i).isTrue();
        }
    }

    @Test
    void the_same_vote_has_the_same_receipt_again() {
        assertThat(receipts.of("2021", line(4))).isEqualTo(receipts.of("2021", line(4)));
    }

    @Test
    void a_receipt_of_which_anything_was_changed_is_none() {
        var given = receipts.of("2021", lines(5));
        var receipt = given.get(2);
        var other = given.get(3);
        assertThat(receipts.isSigned(receipt)).isTrue();
        assertThat(receipts.isSigned(changed("2022", receipt.digest(), receipt.path(), receipt)))
                .isFalse();
        assertThat(receipts.isSigned(changed("2021", other.digest(), receipt.path(), receipt)))
                .isFalse();
        assertThat(receipts.isSigned(changed("2021", receipt.digest(), other.path(), receipt)))
                .isFalse();
        assertThat(receipts.isSigned(changed("2021", receipt.digest(), List.of(), receipt)))
                .isFalse();
        var both = new Receipt.Step(receipt.digest(), receipt.digest());
        assertThat(receipts.isSigned(changed("2021", receipt.digest(), List.of(both), receipt)))
                .isFalse();
        var elsewhere = new Receipts();
        elsewhere.key = new LedgerKey("another secret of the tests");
        assertThat(elsewhere.isSigned(receipt)).isFalse();
    }

    private static Receipt changed(String edition, String digest, List<Receipt.Step> path, Receipt receipt) {
        return new Receipt(
                edition,
                receipt.vote(),
                receipt.category(),
                receipt.castAt(),
                digest,
                path,
                receipt.key(),
                receipt.signature());
    }

    @Test
    void the_public_key_is_enough_to_check_a_signature() throws Exception {
        var message = "what is signed".getBytes();
        var little = Base64.getUrlDecoder().decode(key.publicKey());
        assertThat(little).hasSize(32);
        var big = new byte[32];
        for (var i = 0; i < 32; i++) {
            big[i] = little[31 - i];
        }
        var odd = (big[0] & 0x80) != 0;
        big[0] &= 0x7f;
        var spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big)));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
        verifier.update(message);
        assertThat(verifier.verify(key.sign(message))).isTrue();
    }

    @Test
    void a_secret_makes_the_same_key_everywhere() {
        assertThat(new LedgerKey("a secret of the tests alone").publicKey()).isEqualTo(key.publicKey());
        assertThat(new LedgerKey("a secret of the tests alone").id()).isEqualTo(key.id());
        assertThat(new LedgerKey("another secret").id()).isNotEqualTo(key.id());
    }
}
