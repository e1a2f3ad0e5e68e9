package org.wsisforum.awards.ledger;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.Embargoes;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.problem.RequestProblem;

/** The ledger of an edition: sealed once, then for everybody to check. */
@Path("editions/{edition}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ledger", description = "All votes of an edition, chained and signed, for everybody to check.")
public class LedgerResource {

    private static final MediaType JSON_LINES = MediaType.valueOf("application/jsonl");

    @Inject
    Ledgers ledgers;

    @Inject
    EditionRules editions;

    @Inject
    Caller caller;

    @Inject
    Embargoes embargoes;

    @GET
    @PermitAll
    @Operation(operationId = "readLedger", summary = "The ledger of an edition", description = """
                    How many votes it has, where its chain of hashes ends, and the signature; from the sealing on. Before it \
                    there is nothing here, and nothing that tells of votes anywhere. From the edition's `embargo.countsAt` on \
                    `links.tally` leads to the document of the tally that made the champions.""")
    @Fails("edition-not-found")
    public LedgerView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition) {
        editions.requireEdition(edition);
        return view(ledgers.find(edition).orElseThrow(() -> nothing(edition)));
    }

    @GET
    @Path("file")
    @PermitAll
    @Produces("application/jsonl")
    @Operation(operationId = "readLedgerFile", summary = "All votes of an edition as a file", description = """
                    JSON Lines in UTF-8, each ended by a line feed. The first line says by which rules the votes are counted, \
                    how many there are and under which key the file is signed. Then come the votes, by the time at which they \
                    were cast and by id: `voter` is the same in all votes of a voter and tells nobody who that is. The last \
                    line holds the head of the chain and its signature (Ed25519, over `wsis-ledger/1`, the edition and the \
                    head, a line each). The chain: h0 is the SHA-256 of the first line, hn that of h(n-1) and of the SHA-256 \
                    of the n-th vote's line, lines without their ends. `./wsis verify-ledger FILE` checks all of it, with \
                    `--receipt` also that a vote is in it, and with `--tally` also that it was counted right.

                    For everybody from the edition's `embargo.countsAt` on, for awards managers with the scope `awards:tally` \
                    from the sealing on.""")
    @APIResponse(
            responseCode = "200",
            description = "The file; its `ETag` is the head.",
            headers = @Header(name = "ETag", description = "The head.", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = "application/jsonl", schema = @Schema(type = SchemaType.STRING)))
    @Fails("edition-not-found")
    public RestResponse<StreamingOutput> file(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @Context Request request) {
        // The same answer whether there is a ledger or not.
        var ledger = ledgers.find(edition).filter(found -> isFileShown(edition)).orElseThrow(() -> nothing(edition));
        var tag = new EntityTag(ledger.footer().head());
        if (request.evaluatePreconditions(tag) != null) {
            return ResponseBuilder.<StreamingOutput>create(RestResponse.Status.NOT_MODIFIED)
                    .tag(tag)
                    .build();
        }
        return ResponseBuilder.ok(request.getMethod().equals(HttpMethod.HEAD) ? null : lines(ledger))
                .type(JSON_LINES)
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"wsis-ledger-" + edition + ".jsonl\"")
                .build();
    }

    private boolean areCountsPublic(String edition) {
        var countsAt = editions.of(edition).embargo().countsAt();
        return countsAt != null && embargoes.isOver(countsAt);
    }

    private boolean isFileShown(String edition) {
        return areCountsPublic(edition) || caller.has(Role.AWARDS_MANAGER) && caller.isGranted("awards:tally");
    }

    private StreamingOutput lines(Ledger ledger) {
        return output -> {
            var writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            writer.write(ledger.firstLine() + "\n");
            for (var page = ledgers.after(null, ledger.edition());
                    !page.isEmpty();
                    page = ledgers.after(page.getLast(), ledger.edition())) {
                for (var line : page) {
                    writer.write(line.json() + "\n");
                }
            }
            writer.write(ledger.lastLine() + "\n");
            writer.flush();
        };
    }

    private LedgerView view(Ledger ledger) {
        var edition = ledger.edition();
        return LedgerView.of(
                ledger,
                editions.of(edition).embargo().countsAt(),
                areCountsPublic(edition) ? ledgers.publishedTally(edition) : Optional.empty());
    }

    private ProblemException nothing(String edition) {
        editions.requireEdition(edition);
        return RequestProblem.NOT_FOUND.because("There is nothing to be read of the votes of " + edition + ".");
    }
}
