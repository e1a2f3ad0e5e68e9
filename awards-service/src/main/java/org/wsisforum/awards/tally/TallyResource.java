package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.ledger.SealedLedgers;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** Countings of the votes of an edition, and which of them makes its champions. */
@Path("editions/{edition}/tallies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tallies", description = "What the public's votes come to.")
public class TallyResource {

    @Inject
    Tallies tallies;

    @Inject
    Champions champions;

    @Inject
    ChampionList championList;

    @Inject
    SealedLedgers ledgers;

    @Inject
    EditionRules editions;

    @Inject
    EntityManager database;

    @Inject
    Event<Counter.Requested> requests;

    @Inject
    Pages pages;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "createTally", summary = "Have the votes counted", description = """
                    When the voting phase is over. The first time the ledger is sealed before: from then on no vote can be added; \
                    what there is, is looked at for what is suspicious, chained in the order in which it was cast, and signed. \
                    Then the votes are counted, by the ledger's rules and by what was decided of voters set apart and of ties up to \
                    now. It can be done again at any time and comes to the same bytes unless something was decided since. Whoever \
                    asks before the counting of another tally has begun is answered with that one. Follow `Location` to see how \
                    far it is.""")
    @APIResponse(
            responseCode = "202",
            description = "It will be counted.",
            content = @Content(schema = @Schema(implementation = TallyView.class)))
    @Fails({"edition-not-found", "voting-not-over"})
    public RestResponse<TallyView> create(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition) {
        ledgers.requireVotesCast(edition, clock.instant());
        tallies.takeTurn(edition);
        var tally = tallies.notYetCounted(edition).orElseGet(() -> request(edition, clock.instant()));
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, TallyView.of(tally, null))
                .header(HttpHeaders.LOCATION, "/awards/v1/editions/" + edition + "/tallies/" + tally.id())
                .build();
    }

    private Tally request(String edition, Instant now) {
        var tally = new Tally(edition, now);
        tallies.persist(tally);
        changes.record(Change.of(TallyChange.REQUESTED, edition, "tallies/" + tally.id()));
        requests.fire(new Counter.Requested());
        return tally;
    }

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "listTallies",
            summary = "The tallies of an edition",
            description = "All that were ever asked for, the newest first.")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<TallyView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        var publication = database.find(Publication.class, edition);
        var list = Keyset.of(Tally.class)
                .where("edition = :edition", "edition", edition)
                .orderedBy("requestedAt", Instant.class, Tally::requestedAt)
                .orderedBy("id", UUID.class, Tally::id)
                .lastFirst();
        return pages.read(list, page, tally -> TallyView.of(tally, publication));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readTally",
            summary = "A tally",
            description = "How far it is, and in which categories the Expert Group has to decide a tie.")
    @Fails("edition-not-found")
    public TallyView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The tally.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.requireEdition(edition);
        return TallyView.of(tallies.require(edition, id), database.find(Publication.class, edition));
    }

    @GET
    @Path("{id}/document")
    @PermitAll
    @Operation(operationId = "readTallyDocument", summary = "What a tally has come to", description = """
                    The votes of every nominee, who is tied, and everything that it was made of. One spelling, so that its \
                    SHA-256 stands for it. `./wsis verify-ledger FILE --tally DOCUMENT` counts the ledger again and compares. \
                    For the awards manager; for everybody from the edition's `embargo.countsAt` on, if it is the tally that \
                    makes the champions.""")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(schema = @Schema(implementation = TallyDocument.class)))
    @Fails("edition-not-found")
    public byte[] document(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The tally.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.requireEdition(edition);
        // The same answer whether there is such a tally or not.
        if (!caller.has(Role.AWARDS_MANAGER) || !caller.isGranted("awards:tally")) {
            var publication = database.find(Publication.class, edition);
            if (publication == null
                    || !publication.isOf(id)
                    || !championList.areCountsPublic(edition, clock.instant())) {
                throw RequestProblem.NOT_FOUND.because("There is no tally " + id + " to be read.");
            }
        } else {
            tallies.require(edition, id);
        }
        return tallies.document(id)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no tally " + id + " to be read."));
    }

    @POST
    @Path("{id}/publication")
    @Transactional
    @Idempotent
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "publishTally",
            summary = "Make the champions of a tally those of the edition",
            description = """
                    Everybody sees them from the edition's `embargo.championsAt` on. Until then those of another tally can \
                    take their place; afterwards they stay.""")
    @APIResponse(
            responseCode = "201",
            description = "They are.",
            content = @Content(schema = @Schema(implementation = TallyView.class)))
    @APIResponse(
            responseCode = "200",
            description = "They were before.",
            content = @Content(schema = @Schema(implementation = TallyView.class)))
    @Fails({"edition-not-found", "tally-not-done", "ties-open", "champions-public"})
    public RestResponse<TallyView> publish(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The tally.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID id) {
        editions.requireEdition(edition);
        var tally = tallies.require(edition, id);
        tally.requirePublishable();
        tallies.takeTurn(edition);
        // It may have become late while others had their turn.
        var now = clock.instant();
        var before = database.find(Publication.class, edition);
        if (before != null && before.isOf(id)) {
            return RestResponse.ok(TallyView.of(tally, before));
        }
        championList.requireNotPublic(edition, now);
        var publication = before == null ? new Publication(edition) : before;
        publication.is(id, now);
        if (before == null) {
            database.persist(publication);
        }
        champions.become(TallyDocument.read(tallies.document(id).orElseThrow()));
        changes.record(Change.of(TallyChange.PUBLISHED, edition, "tallies/" + id));
        return RestResponse.status(RestResponse.Status.CREATED, TallyView.of(tally, publication));
    }

    /** What became of a tally. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readTallyHistory",
            summary = "What became of a tally",
            description = "Who asked for it, when it was counted, and who made its champions those of the edition.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The tally.", example = "0190b0a2-5c7a-7000-8000-000000000001") UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "tallies/" + id, page);
    }
}
