package org.wsisforum.awards.vote;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.ledger.Receipt;
import org.wsisforum.awards.ledger.Receipts;
import org.wsisforum.kit.problem.Fails;

/** Tells anybody who holds a receipt what it is worth. */
@Path("editions/{edition}/receipts/check")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ballot")
public class ReceiptResource {

    @Inject
    EditionRules editions;

    @Inject
    Receipts receipts;

    @Inject
    Votes votes;

    /** A receipt to check. */
    @Schema(name = "ReceiptToCheck", description = "A receipt to check.")
    record Input(
            @NotNull @Valid @Schema(description = "The receipt, as it was given.")
            Receipt receipt) {}

    /** What a receipt is worth; never for whom the vote is. */
    @Schema(name = "CheckedReceipt", description = "What a receipt is worth. Never says for whom the vote is.")
    record Checked(
            @Schema(description = "Whether the Forum has signed it, for this edition.", examples = "true")
            boolean signed,

            @Schema(
                    description = "Whether the vote is stored exactly as it was when this was signed.",
                    examples = "true")
            boolean recorded,

            @Schema(
                    description = "The same in words.",
                    examples = "The Forum has signed this receipt, and the vote is recorded as it was signed.")
            String meaning) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "checkReceipt", summary = "Check a receipt", description = """
                    Whether the Forum has signed it, and whether the vote is stored as it says. Creates nothing, so it takes no \
                    `Idempotency-Key`.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Input.class),
                            examples = @ExampleObject(name = "A receipt", value = """
                                    {
                                      "receipt": {
                                        "edition": "2021",
                                        "vote": "0190b0a2-5c7a-4000-8000-000000000001",
                                        "category": 10,
                                        "castAt": "2021-03-05T10:15:30.123456Z",
                                        "digest": "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg",
                                        "path": [{"right": "YO1FzZ0x8x3Gk2c4t1mQ0o9cW8x7v6b5n4m3l2k1j0h"}],
                                        "key": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                                        "signature": "mG5cS0iJXqk3mDqV3c6wzrGJYkI0yK1m8bZ5b8t8yXo0v7wqLxQf0u2eC9p1nY4rH6sT3dK7gB1aZ2x5V8qWAQ"
                                      }
                                    }""")))
    @APIResponse(
            responseCode = "200",
            description = "What the receipt is worth.",
            content = @Content(schema = @Schema(implementation = Checked.class)))
    @Fails("edition-not-found")
    public Checked check(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @Valid @NotNull Input input) {
        editions.requireEdition(edition);
        var receipt = input.receipt();
        if (!receipt.edition().equals(edition) || !receipts.isSigned(receipt)) {
            return new Checked(false, false, "The Forum has not signed this receipt for this edition.");
        }
        return votes.isRecorded(receipt)
                ? new Checked(
                        true, true, "The Forum has signed this receipt, and the vote is recorded as it was signed.")
                : new Checked(true, false, "The Forum has signed the digest of this receipt, and has no such vote.");
    }
}
