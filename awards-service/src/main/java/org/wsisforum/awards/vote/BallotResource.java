package org.wsisforum.awards.vote;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.awards.ledger.LedgerLine;
import org.wsisforum.awards.ledger.Receipts;
import org.wsisforum.awards.review.NomineeView;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/**
 * The caller's own ballot. Whoever takes part in the Forum may vote, as may experts, who are of the public too; those who run it
 * do so as participants, and not with the account that counts.
 */
@Path("editions/{edition}/ballot")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ballot", description = "The public vote: one's own ballot.")
public class BallotResource {

    /** Two that change the same vote at once take turns; a third time is somebody's program gone wild. */
    private static final int TRIES = 3;

    /** Votes that were cast together. */
    @Schema(name = "CastVotes", description = "The votes of a request, in its order, each with its receipt.")
    record CastVotes(List<VoteView> votes) {}

    @Inject
    Contests contests;

    @Inject
    Voters voters;

    @Inject
    Votes votes;

    @Inject
    Intake intake;

    @Inject
    Receipts receipts;

    @Inject
    BallotKey key;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @GET
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.SESSION_ORGANIZER, Role.EXPERT})
    @RequiresScope("votes:cast")
    @Operation(operationId = "readBallot", summary = "My ballot", description = """
                    All categories with what one has voted and the receipts, what is missing, and whether the ballot counts as it \
                    is. Where a category has no nominee there is nothing to choose, and nothing is missing. A receipt that \
                    is shown again may be signed anew; it is of the same vote, and as good.""")
    @Fails("edition-not-found")
    public BallotView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition) {
        var contest = contests.of(edition);
        var shown = shown(edition, votes.standing(edition, account(edition)));
        var now = clock.instant();
        return BallotView.of(contest, contests.demanded(contest, now), shown, now);
    }

    /** Votes as their voter sees them, by category, signed together. */
    private SortedMap<Integer, VoteView> shown(String edition, List<Votes.Recorded> cast) {
        var signed = receipts.of(
                edition,
                cast.stream()
                        .map(recorded -> recorded.vote().line(recorded.mailbox()))
                        .toList());
        var shown = new TreeMap<Integer, VoteView>();
        for (var i = 0; i < cast.size(); i++) {
            var vote = cast.get(i).vote();
            shown.put(vote.category(), VoteView.of(vote, signed.get(i)));
        }
        return shown;
    }

    @GET
    @Path("{category}")
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.SESSION_ORGANIZER, Role.EXPERT})
    @RequiresScope("votes:cast")
    @Operation(operationId = "readBallotStep", summary = "The nominees of a category on my ballot", description = """
                    All of them, in an order that is shuffled for each voter and the same each time. Empty until the edition's \
                    `embargo.nomineesAt`.""")
    @Fails("edition-not-found")
    public StepView step(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category) {
        var contest = contests.of(edition);
        contest.requireCategory(category);
        var nominees = contest.isNomineesPublic(clock.instant())
                ? contests.nominees(edition, category)
                : List.<NomineeView>of();
        return StepView.of(category, contest.categories().get(category), nominees, account(edition));
    }

    @PUT
    @Path("{category}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.SESSION_ORGANIZER, Role.EXPERT})
    @RequiresScope("votes:cast")
    @Operation(operationId = "castVote", summary = "Vote in a category", description = """
                    For one nominee, while voting is open. The answer comes when the vote is committed, with a receipt. Sent \
                    again, the same vote is answered 200 and counts once, so after an error or none at all it is simply sent \
                    again. Another project is refused, unless the edition lets votes be changed. A mailbox votes once, whatever \
                    accounts it has; an account keeps the mailbox of its first vote.

                    Where many new voters come from one network, a new one is refused with `work-required` and the headers \
                    `Vote-Challenge` and `Vote-Challenge-Bits`: find a nonce (up to 64 letters, digits, `-`, `_`) for which the \
                    SHA-256 of `challenge:nonce` begins with so many zero bits, and send the vote again with \
                    `Vote-Work: challenge:nonce` within ten minutes.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VoteInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "A vote",
                                            value = "{\"project\": \"0190b0a2-5c7a-7000-8000-000000000001\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The vote, which was there already.",
            content = @Content(schema = @Schema(implementation = VoteView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The vote, which is committed.",
            content = @Content(schema = @Schema(implementation = VoteView.class)))
    @Fails({
        "edition-not-found",
        "email-not-verified",
        "voting-closed",
        "not-a-nominee",
        "already-voted",
        "mailbox-has-voted",
        "work-required",
        "service-unavailable",
        "conflict"
    })
    public RestResponse<VoteView> cast(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @RestHeader(Work.PROOF)
                    @Size(max = 200)
                    @Parameter(
                            description = "A proof of work, where one was asked for.",
                            example = "1614938400.18.Yv0nq0E8q3m2lK0mYl5o8r7dV5l1cW2x3z4A5b6C7d8:k3J")
                    String work,
            @Valid @NotNull VoteInput input,
            HttpServerRequest request) {
        var now = clock.instant().truncatedTo(LedgerLine.PRECISION);
        var email = verifiedEmail();
        var contest = contests.of(edition);
        contest.requireCategory(category);
        contest.requireOpen(now);
        contests.requireNominee(edition, category, input.project());
        var network = key.network(edition, request.remoteAddress().hostAddress());
        var voter = voters.of(contest, account(edition), () -> mailbox(email), network, work, now);
        var vote = new Vote(UUID.randomUUID(), edition, category, input.project(), null, now, network);
        var settled = settle(contest, vote, intake.take(voter, vote));
        return RestResponse.status(
                settled.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, settled.vote());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PARTICIPANT, Role.FOCAL_POINT, Role.SESSION_ORGANIZER, Role.EXPERT})
    @RequiresScope("votes:cast")
    @Operation(operationId = "castVotes", summary = "Vote in several categories", description = """
                    In one request what voting in each of these categories is; the others stay as they are. Nothing is cast \
                    if one of the votes is refused by what stands when the request arrives. If the voter casts another vote at \
                    the same moment in one of these categories, whichever is stored first stands there, and the votes of the \
                    other categories are cast. Either way `errors` says which votes were refused and why. The answer comes when \
                    all are committed, with a receipt for each. After an error or none at all it is simply sent again: each vote \
                    counts once.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BallotInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "Two votes",
                                            value =
                                                    "{\"votes\": [{\"category\": 3, \"project\": \"0190b0a2-5c7a-7000-8000-000000000001\"},"
                                                            + " {\"category\": 10, \"project\": \"0190b0a2-5c7a-7000-8000-000000000002\"}]}")))
    @Fails({
        "edition-not-found",
        "email-not-verified",
        "voting-closed",
        "not-a-nominee",
        "already-voted",
        "mailbox-has-voted",
        "work-required",
        "service-unavailable",
        "conflict"
    })
    public CastVotes castAll(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestHeader(Work.PROOF)
                    @Size(max = 200)
                    @Parameter(
                            description = "A proof of work, where one was asked for.",
                            example = "1614938400.18.Yv0nq0E8q3m2lK0mYl5o8r7dV5l1cW2x3z4A5b6C7d8:k3J")
                    String work,
            @Valid @NotNull BallotInput input,
            HttpServerRequest request) {
        var now = clock.instant().truncatedTo(LedgerLine.PRECISION);
        var email = verifiedEmail();
        var contest = contests.of(edition);
        contest.requireOpen(now);
        RequestProblem.requireNone(input.faults(contest, contests));
        var account = account(edition);
        var network = key.network(edition, request.remoteAddress().hostAddress());
        var voter = voters.of(contest, account, () -> mailbox(email), network, work, now);
        var standing = voter.isNew()
                ? Map.<Integer, Votes.Recorded>of()
                : votes.standing(edition, account).stream()
                        .collect(Collectors.toMap(recorded -> recorded.vote().category(), Function.identity()));
        if (!contest.rules().ballot().changeAllowed()) {
            requireNoOther(standing, input);
        }
        var cast = shown(
                edition,
                input.votes().stream()
                        .map(choice -> standing.get(choice.category()))
                        .filter(Objects::nonNull)
                        .filter(recorded -> input.hasIt(recorded.vote()))
                        .toList());
        var votes = input.votes().stream()
                .filter(choice -> !cast.containsKey(choice.category()))
                .map(choice -> {
                    var vote = new Vote(
                            UUID.randomUUID(), edition, choice.category(), choice.project(), null, now, network);
                    var other = standing.get(choice.category());
                    return other == null ? vote : vote.inPlaceOf(other.vote());
                })
                .toList();
        var outcomes = intake.take(voter, votes);
        var refused = new HashSet<Integer>();
        for (var i = 0; i < votes.size(); i++) {
            var category = votes.get(i).category();
            try {
                cast.put(
                        category, settle(contest, votes.get(i), outcomes.get(i)).vote());
            } catch (ProblemException e) {
                if (e.type() != VoteProblem.ALREADY_VOTED) {
                    throw e;
                }
                refused.add(category);
            }
        }
        requireNone(refused, input);
        return new CastVotes(input.votes().stream()
                .map(choice -> cast.get(choice.category()))
                .toList());
    }

    /** Refuses all when one has voted for another project in one of the categories. */
    private static void requireNoOther(Map<Integer, Votes.Recorded> standing, BallotInput input) {
        requireNone(
                standing.values().stream()
                        .filter(recorded -> !input.hasIt(recorded.vote()))
                        .map(recorded -> recorded.vote().category())
                        .collect(Collectors.toSet()),
                input);
    }

    /** Says which votes of a request are in categories in which another stands. */
    private static void requireNone(Set<Integer> refused, BallotInput input) {
        var others = IntStream.range(0, input.votes().size())
                .filter(i -> refused.contains(input.votes().get(i).category()))
                .mapToObj(i -> FieldError.at("/votes/" + i, "already-voted", "You have voted in this category."))
                .toList();
        if (!others.isEmpty()) {
            throw VoteProblem.ALREADY_VOTED.because("You have voted in some of these categories.", others);
        }
    }

    /** A vote as it stands, and whether this request has cast it. */
    private record Settled(boolean isNew, VoteView vote) {}

    private Settled settle(Contest contest, Vote sent, Intake.Outcome first) {
        var vote = sent;
        var outcome = first;
        for (var tries = 1; ; tries++) {
            switch (outcome) {
                case Intake.Outcome.Stored(var known, var receipt) -> {
                    voters.remember(known);
                    return new Settled(true, VoteView.of(vote, receipt));
                }
                case Intake.Outcome.MailboxTaken() ->
                    throw VoteProblem.MAILBOX_HAS_VOTED.because("Vote with the account that you voted with before.");
                case Intake.Outcome.NotAdded(var known) -> {
                    voters.remember(known);
                    var standing = votes.standing(known.id(), vote.category())
                            .orElseThrow(() -> VoteProblem.VOTING_CLOSED.because(
                                    "The ledger is sealed, and takes no more votes."));
                    if (standing.project().equals(vote.project())) {
                        return new Settled(
                                false,
                                VoteView.of(standing, receipts.of(contest.edition(), standing.line(known.mailbox()))));
                    }
                    if (!contest.rules().ballot().changeAllowed()) {
                        throw VoteProblem.ALREADY_VOTED.because("You have voted in this category at "
                                + standing.castAt().truncatedTo(ChronoUnit.SECONDS) + ".");
                    }
                    if (tries == TRIES) {
                        throw RequestProblem.CONFLICT.because(
                                "Somebody else changes the same vote at this moment. Read it again.");
                    }
                    vote = vote.inPlaceOf(standing);
                    outcome = intake.take(known, vote);
                }
            }
        }
    }

    private String verifiedEmail() {
        return caller.verifiedEmail().orElseThrow(BallotResource::notVerified);
    }

    private static Mailbox mailbox(String email) {
        return Mailbox.of(email).orElseThrow(BallotResource::notVerified);
    }

    private static ProblemException notVerified() {
        return VoteProblem.EMAIL_NOT_VERIFIED.because(
                "Open the link in the mail that the sign-in has sent you, sign in anew, and vote.");
    }

    private byte[] account(String edition) {
        return key.account(edition, caller.subject());
    }
}
