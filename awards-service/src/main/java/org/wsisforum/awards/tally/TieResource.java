package org.wsisforum.awards.tally;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** Projects with as many votes, of which not all can be champions, for the Expert Group to decide. */
@Path("editions/{edition}/ties/{category}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tallies")
public class TieResource {

    @Inject
    Tallies tallies;

    @Inject
    ChampionList championList;

    @Inject
    CategoryList categories;

    @Inject
    EditionRules editions;

    @Inject
    EntityManager database;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "readTie", summary = "A tie of the last tally", description = """
                    The projects that share the last champion's rank in a category, how many of them become champions, and what \
                    was decided. Nothing is here where there is no tie.""")
    @Fails("edition-not-found")
    public TieView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category) {
        return require(edition, category, find(edition, category));
    }

    @PUT
    @Transactional
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "decideTie", summary = "Record what the Expert Group decided of a tie", description = """
                    As many of the projects with as many votes as there are places, and why. It counts from the next tally on, \
                    and only while the same projects are tied. Possible until champions are public: until `embargo.championsAt`, \
                    and after it for as long as no tally is published.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TieInput.class),
                            examples = @ExampleObject(name = "One of two", value = """
                                    {
                                      "projects": ["0190b0a2-5c7a-7000-8000-000000000001"],
                                      "reason": "It was judged the better one in the nomination phase."
                                    }""")))
    @Fails({"edition-not-found", "stale-version", "champions-public"})
    public TieView decide(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @Valid @NotNull TieInput input) {
        var now = clock.instant();
        var stored = find(edition, category);
        var tie = require(edition, category, stored);
        preconditions.requireSeen(tie.version());
        championList.requireNotPublic(edition, now);
        RequestProblem.requireNone(faults(tie, input));
        var decision = stored.orElseGet(() -> new TieDecision(edition, category));
        decision.decide(input, caller.subject(), now);
        if (stored.isEmpty()) {
            database.persist(decision);
        }
        changes.record(Change.of(TallyChange.DECIDED, edition, "ties/" + category, "projects", "reason"));
        return require(edition, category, Optional.of(decision));
    }

    /** What was decided of a tie. */
    @GET
    @Path("history")
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(
            operationId = "readTieHistory",
            summary = "Who recorded what was decided of a tie",
            description = "Every decision, by whom and when, oldest first.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "ties/" + category, page);
    }

    private Optional<TieDecision> find(String edition, int category) {
        return Optional.ofNullable(database.find(TieDecision.class, new TieDecision.Key(edition, category)));
    }

    private TieView require(String edition, int category, Optional<TieDecision> decision) {
        editions.requireEdition(edition);
        categories.requirePresent(edition, category);
        return tallies.lastDone(edition)
                .flatMap(
                        tally -> TallyDocument.read(tallies.document(tally.id()).orElseThrow())
                                .tie(category)
                                .map(tie -> TieView.of(category, tally.id(), tie, decision.orElse(null))))
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(
                        "In the category " + category + " no projects share the last champion's rank."));
    }

    private static List<FieldError> faults(TieView tie, TieInput input) {
        var faults = new ArrayList<FieldError>();
        for (var i = 0; i < input.projects().size(); i++) {
            if (!tie.projects().contains(input.projects().get(i))) {
                faults.add(FieldError.at("/projects/" + i, "not-tied", "Only projects that are tied."));
            }
        }
        if (new HashSet<>(input.projects()).size() != input.projects().size()) {
            faults.add(FieldError.at("/projects", "repeated", "Each project once."));
        }
        if (input.projects().size() != tie.places()) {
            faults.add(FieldError.at(
                    "/projects", "places", "As many projects as there are places: " + tie.places() + "."));
        }
        return faults;
    }
}
