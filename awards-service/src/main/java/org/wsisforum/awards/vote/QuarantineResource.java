package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** Voters who are set apart, for a person to decide. */
@Path("editions/{edition}/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Quarantine", description = "Voters whose votes are set apart until a person has decided.")
public class QuarantineResource {

    /** The most that are decided in one transaction: each is told of in the history. */
    private static final int AT_ONCE = 1000;

    @Inject
    EntityManager database;

    @Inject
    EditionRules editions;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** Which voters to list. */
    record Filter(
            @RestQuery
            @Pattern(regexp = "open|decided", message = "open or decided.")
            @Parameter(
                    description = "`open`: those that nobody has decided on; `decided`: the others.",
                    example = "open")
            String state,

            @RestQuery
            @Pattern(
                    regexp = "crowded-network|disposable-mailbox|burst",
                    message = "crowded-network, disposable-mailbox or burst.")
            @Parameter(description = "Only those for whom this is one of the reasons.", example = "burst")
            String reason,

            @RestQuery
            @Parameter(description = "Only those of this network.", example = "9f86d081884c7d659a2feaa0c55ad015")
            String network) {}

    /** How many were decided. */
    @Schema(name = "QuarantineDecided", description = "How many were decided together.")
    record DecidedTogether(
            @Schema(description = "How many.", examples = "53")
            int decided,

            @Schema(description = "Whether there are more of them; then the same is sent again.", examples = "false")
            boolean more) {}

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "listQuarantine", summary = "The voters who are set apart", description = """
                    Those whom the edition's thresholds (`rules.vote`) make suspicious, in the order in which they became so. Says \
                    nothing of who they are, how many votes they have cast, and for whom.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<QuarantineView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        var list = Keyset.of(Quarantined.class)
                .where("edition = :edition", "edition", edition)
                .whereIfGiven("network = :network", "network", filter.network())
                .whereIfGiven("function('jsonb_exists', reasons, :reason) = true", "reason", filter.reason())
                .orderedBy("since", Instant.class, Quarantined::since)
                .orderedBy("id", UUID.class, Quarantined::id);
        if (filter.state() != null) {
            list = list.where(filter.state().equals("open") ? "decision is null" : "decision is not null");
        }
        return pages.read(list, page, QuarantineView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readQuarantined",
            summary = "A voter who is set apart",
            description = "Its `ETag` stands for score and decision; a decision sends it in `If-Match`.")
    @Fails("edition-not-found")
    public QuarantineView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath
                    @Parameter(description = "Stands for the voter.", example = "0190b0a2-5c7a-4000-8000-000000000001")
                    UUID id) {
        return QuarantineView.of(require(edition, id, LockModeType.NONE));
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "decideQuarantined", summary = "Decide on a voter who is set apart", description = """
                    Whether the votes count, on what was read: with `If-Match`, which is stale when the score has risen or \
                    somebody else has decided meanwhile. Nothing is ever deleted.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionInput.class),
                            examples = @ExampleObject(name = "A university", value = """
                                    {
                                      "decision": "counted",
                                      "reason": "The network of a university."
                                    }""")))
    @Fails({"edition-not-found", "stale-version"})
    public QuarantineView decide(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath
                    @Parameter(description = "Stands for the voter.", example = "0190b0a2-5c7a-4000-8000-000000000001")
                    UUID id,
            @Valid @NotNull DecisionInput input) {
        var voter = require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(voter.version());
        voter.decide(input.decision(), input.reason(), caller.subject(), clock.instant());
        changes.record(decided(edition, voter));
        return QuarantineView.of(voter);
    }

    @POST
    @Path("decisions")
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "decideQuarantine", summary = "Decide on many voters who are set apart", description = """
                    On all of a network, of a suspicion, or of both, on whom nobody has decided and who were set apart up to \
                    `until`: nobody is decided on who was not on the list that the person read. 1,000 at a time; `more` says \
                    that the same is to be sent again. Sent again it finds nobody left, so it takes no `Idempotency-Key`.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionsInput.class),
                            examples = @ExampleObject(name = "A network", value = """
                                    {
                                      "network": "9f86d081884c7d659a2feaa0c55ad015",
                                      "until": "2021-03-20T12:00:00Z",
                                      "decision": "excluded",
                                      "reason": "Fifty throw-away mailboxes in a row, all for one project."
                                    }""")))
    @APIResponse(
            responseCode = "200",
            description = "How many were decided.",
            content = @Content(schema = @Schema(implementation = DecidedTogether.class)))
    @Fails("edition-not-found")
    public DecidedTogether decideMany(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @Valid @NotNull DecisionsInput input) {
        editions.requireEdition(edition);
        RequestProblem.requireNone(input.faults());
        var found = undecided(edition, input);
        var together = found.size() > AT_ONCE ? found.subList(0, AT_ONCE) : found;
        var now = clock.instant();
        together.forEach(voter -> voter.decide(input.decision(), input.reason(), caller.subject(), now));
        changes.recordAll(
                together.stream().map(voter -> decided(edition, voter)).toList());
        return new DecidedTogether(together.size(), found.size() > AT_ONCE);
    }

    /** What was decided on one voter. */
    @GET
    @Path("{id}/history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readQuarantineHistory",
            summary = "Who decided on a voter who is set apart",
            description = "Every decision, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath
                    @Parameter(description = "Stands for the voter.", example = "0190b0a2-5c7a-4000-8000-000000000001")
                    UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "quarantine/" + id, page);
    }

    private Quarantined require(String edition, UUID id, LockModeType lock) {
        editions.requireEdition(edition);
        return database.createQuery("from Quarantined where id = :id and edition = :edition", Quarantined.class)
                .setParameter("id", id)
                .setParameter("edition", edition)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() ->
                        RequestProblem.NOT_FOUND.because("In " + edition + " nobody is set apart under " + id + "."));
    }

    private List<Quarantined> undecided(String edition, DecisionsInput input) {
        var query = database.createQuery(
                        "from Quarantined where edition = :edition and decision is null and since <= :until"
                                + (input.network() == null ? "" : " and network = :network")
                                + (input.suspicion() == null
                                        ? ""
                                        : " and function('jsonb_exists', reasons, :suspicion) = true")
                                + " order by since, id",
                        Quarantined.class)
                .setParameter("edition", edition)
                .setParameter("until", input.until())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(AT_ONCE + 1);
        if (input.network() != null) {
            query.setParameter("network", input.network());
        }
        if (input.suspicion() != null) {
            query.setParameter("suspicion", input.suspicion().json());
        }
        return query.getResultList();
    }

    private static Change decided(String edition, Quarantined voter) {
        return Change.of(VoteChange.DECIDED, edition, "quarantine/" + voter.id(), "decision", "reason");
    }
}
