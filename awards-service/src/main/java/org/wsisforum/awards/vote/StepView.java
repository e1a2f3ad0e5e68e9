package org.wsisforum.awards.vote;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.review.NomineeView;
import org.wsisforum.kit.text.Text;

/** A category of a ballot with its nominees, as one voter sees them. */
@Schema(name = "BallotNominees", description = "The nominees of a category in the order of one voter.")
record StepView(
        @Schema(description = "The number of the category.", examples = "10")
        int category,

        @Schema(description = "Its name.") Text name,

        @Schema(
                description =
                        "The nominees, shuffled for each voter: the same again for the same one, so that no nominee gains by its"
                                + " place.")
        List<NomineeView> nominees) {

    /**
     * Shuffles by a hash of voter, category and nominee: when one drops out, the others keep their order.
     *
     * @param account what the voter's account is called here, and what only this service can work out
     */
    static StepView of(int category, Text name, List<NomineeView> nominees, byte[] account) {
        return new StepView(
                category,
                name,
                nominees.stream()
                        .sorted(Comparator.comparing(nominee -> place(account, category, nominee.project())))
                        .toList());
    }

    private static ByteBuffer place(byte[] account, int category, UUID project) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(account);
            digest.update(ByteBuffer.allocate(20)
                    .putInt(category)
                    .putLong(project.getMostSignificantBits())
                    .putLong(project.getLeastSignificantBits())
                    .flip());
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
