package org.wsisforum.awards.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Signs receipts, and knows those that were signed here. */
@ApplicationScoped
public class Receipts {

    @Inject
    LedgerKey key;

    /** The receipt of one vote; the same whenever it is asked for. */
    public Receipt of(String edition, LedgerLine line) {
        return of(edition, List.of(line)).getFirst();
    }

    /** The receipts of votes that were stored together, in their order, at the cost of one signature. */
    public List<Receipt> of(String edition, List<LedgerLine> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var digests = lines.stream().map(LedgerLine::digest).toList();
        var paths = new ArrayList<List<Receipt.Step>>();
        digests.forEach(digest -> paths.add(new ArrayList<>()));
        var root = root(digests, paths);
        var signature = LedgerLine.base64(key.sign(message(edition, root)));
        var receipts = new ArrayList<Receipt>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            receipts.add(new Receipt(
                    edition,
                    line.vote(),
                    line.category(),
                    line.castAt(),
                    LedgerLine.base64(digests.get(i)),
                    List.copyOf(paths.get(i)),
                    key.id(),
                    signature));
        }
        return receipts;
    }

    /** Whether this receipt was signed here; what it says beside its digest is for whoever knows the vote to compare. */
    public boolean isSigned(Receipt receipt) {
        if (!receipt.key().equals(key.id())) {
            return false;
        }
        var hash = read(receipt.digest());
        for (var step : receipt.path()) {
            if ((step.left() == null) == (step.right() == null)) {
                return false;
            }
            hash = step.left() == null ? node(hash, read(step.right())) : node(read(step.left()), hash);
        }
        return key.hasSigned(message(receipt.edition(), hash), read(receipt.signature()));
    }

    /** Goes up the tree level by level; {@code paths} are those of the leaves, and grow by what stands beside them. */
    private static byte[] root(List<byte[]> leaves, List<List<Receipt.Step>> paths) {
        var level = leaves;
        // How many leaves a hash of this level stands for; a last one without a neighbour goes up as it is.
        for (var width = 1; level.size() > 1; width *= 2) {
            var above = new ArrayList<byte[]>();
            for (var i = 0; i < level.size(); i += 2) {
                if (i + 1 == level.size()) {
                    above.add(level.get(i));
                    continue;
                }
                var left = level.get(i);
                var right = level.get(i + 1);
                above.add(node(left, right));
                var toTheRight = new Receipt.Step(null, LedgerLine.base64(right));
                var toTheLeft = new Receipt.Step(LedgerLine.base64(left), null);
                for (var leaf = i * width; leaf < Math.min((i + 2) * width, leaves.size()); leaf++) {
                    paths.get(leaf).add(leaf < (i + 1) * width ? toTheRight : toTheLeft);
                }
            }
            level = above;
        }
        return level.getFirst();
    }

    private static byte[] node(byte[] left, byte[] right) {
        var digest = LedgerLine.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static byte[] message(String edition, byte[] root) {
        return ("wsis-receipt/1\n" + edition + "\n" + LedgerLine.base64(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
