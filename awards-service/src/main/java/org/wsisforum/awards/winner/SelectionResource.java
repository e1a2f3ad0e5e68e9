package org.wsisforum.awards.winner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.awards.category.CategoryList;
import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.review.ExpertGroup;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;

/** Which champions the experts prefer. */
@Path("editions/{edition}/selections")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Selection", description = "How the Expert Group comes to the winners.")
public class SelectionResource {

    @Inject
    Preferences preferences;

    @Inject
    Laureates laureates;

    @Inject
    ExpertGroup experts;

    @Inject
    SelectionTime time;

    @Inject
    CategoryList categories;

    @Inject
    EditionRules editions;

    @Inject
    Pages pages;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** Which preferences to list. */
    record Filter(
            @NotNull @RestQuery @Parameter(description = "Those of this category.", example = "10")
            Integer category) {}

    /** What an expert prefers. */
    @Schema(name = "PreferenceInput", description = "Which champion the caller prefers, and why.")
    record PreferenceInput(
            @NotNull
            @Schema(description = "A champion of the category.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID project,

            @NotBlank
            @Size(max = 5000)
            @Schema(description = "Why.", examples = "The only one that other islands have taken up.")
            String reason) {}

    /** What an expert chooses among. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Selection", description = "The champions of a category, and which of them the caller prefers.")
    record SelectionView(
            @Schema(description = "The category.", examples = "10")
            int category,

            @Schema(description = "Its champions, in no order that means anything.")
            List<Candidate> champions,

            @Schema(description = "What the caller prefers; absent while nothing is stated.")
            OwnPreference preference) {}

    /** One to choose. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Candidate", description = "A champion to choose.")
    record Candidate(
            UUID project,

            @Schema(description = "What it is called.", examples = "Telemedicine for islands")
            String title,

            @Schema(description = "What voters read.") String description,

            @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
            String entity,

            @Schema(description = "Where that is, ISO 3166 alpha-2.", examples = "KI")
            String country,

            @Schema(description = "Where more is to be read.", examples = "https://telemedicine.example")
            String website) {

        static Candidate of(Laureate champion) {
            return new Candidate(
                    champion.project(),
                    champion.title(),
                    champion.description(),
                    champion.entity(),
                    champion.country(),
                    champion.website());
        }
    }

    /** What the caller has stated. */
    @Schema(name = "OwnPreference", description = "What the caller prefers.")
    record OwnPreference(
            UUID project,
            @Schema(description = "Why.") String reason,
            @Schema(description = "When that was stated.") Instant statedAt) {

        static OwnPreference of(Preference preference) {
            return new OwnPreference(preference.project(), preference.reason(), preference.statedAt());
        }
    }

    /** What an expert has stated, for the awards manager. */
    @Schema(name = "Preference", description = "Which champion an expert prefers, and why.")
    record PreferenceView(
            @Schema(
                    description = "The subject of the expert's account.",
                    examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
            String expert,

            UUID project,

            @Schema(description = "What that is called; null for one that is no champion any more.", nullable = true)
            String title,

            @Schema(description = "Why.") String reason,
            @Schema(description = "When that was stated.") Instant statedAt,

            @Schema(
                    description =
                            "Whether it counts: the project is a champion, and the expert still judges the category and"
                                    + " is in no conflict with any of its champions.")
            boolean counts) {}

    @GET
    @RolesAllowed(Role.AWARDS_MANAGER)
    @RequiresScope("awards:tally")
    @Operation(operationId = "listPreferences", summary = "What the experts of a category prefer", description = """
                    With their reasons, by expert. Whether a preference counts is worked out when it is read: a conflict that \
                    has come up since takes its weight.""")
    @Fails({"edition-not-found", "cursor-not-valid"})
    public PageOf<PreferenceView> list(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        editions.requireEdition(edition);
        categories.requirePresent(edition, filter.category());
        var champions = laureates.champions(edition, filter.category()).stream()
                .collect(Collectors.toMap(Laureate::project, Function.identity()));
        var impartial = experts.impartial(edition, filter.category(), champions.keySet());
        var list = Keyset.of(Preference.class)
                .where("edition = :edition", "edition", edition)
                .where("category = :category", "category", filter.category())
                .orderedBy("expert", String.class, Preference::expert);
        return pages.read(list, page, preference -> {
            var champion = champions.get(preference.project());
            return new PreferenceView(
                    preference.expert(),
                    preference.project(),
                    champion == null ? null : champion.title(),
                    preference.reason(),
                    preference.statedAt(),
                    champion != null && impartial.contains(preference.expert()));
        });
    }

    @GET
    @Path("{category}")
    @RolesAllowed(Role.EXPERT)
    @RequiresScope("awards:review")
    @Operation(operationId = "readSelection", summary = "The champions to choose among", description = """
                    With the caller's own preference, if there is one. A category that the caller does not judge, one without \
                    champions, and one where something stands between the caller and any of them are not found, all alike.""")
    @Fails("edition-not-found")
    public SelectionView read(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category) {
        editions.requireEdition(edition);
        var champions = open(edition, category);
        if (champions.isEmpty()) {
            throw RequestProblem.NOT_FOUND.because(
                    "There is nothing for you to choose among in the category " + category + " of " + edition + ".");
        }
        return view(edition, category, champions);
    }

    @PUT
    @Path("{category}")
    @Transactional
    @RolesAllowed(Role.EXPERT)
    @RequiresScope("awards:review")
    @Operation(operationId = "putPreference", summary = "Prefer a champion", description = """
                    In the place of what the caller preferred before, while the selection phase lasts. A project that the caller \
                    may not choose is not found, whether there is such a project or not.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PreferenceInput.class),
                            examples = @ExampleObject(name = "One of five", value = """
                                    {
                                      "project": "0190b0a2-5c7a-7000-8000-000000000001",
                                      "reason": "The only one that other islands have taken up."
                                    }""")))
    @Fails({"edition-not-found", "selection-closed"})
    public SelectionView put(
            @RestPath @Parameter(description = "Code of the edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "Number of the category.", example = "10") int category,
            @Valid @NotNull PreferenceInput input) {
        var now = clock.instant();
        editions.requireEdition(edition);
        var champions = open(edition, category);
        if (champions.stream().map(Laureate::project).noneMatch(input.project()::equals)) {
            throw RequestProblem.NOT_FOUND.because("There is no project " + input.project()
                    + " for you to choose in the category " + category + " of " + edition + ".");
        }
        time.requireSelection(edition, now);
        if (preferences.state(edition, category, caller.subject(), input, now)) {
            changes.record(Change.of(WinnerChange.PREFERRED, edition, "selections/" + category));
        }
        return view(edition, category, champions);
    }

    /** The champions that the caller may choose among; none for whoever may not, for whichever reason. */
    private List<Laureate> open(String edition, int category) {
        var champions = laureates.champions(edition, category);
        var ids = champions.stream().map(Laureate::project).toList();
        return experts.impartial(edition, category, ids).contains(caller.subject()) ? champions : List.of();
    }

    private SelectionView view(String edition, int category, List<Laureate> champions) {
        return new SelectionView(
                category,
                champions.stream().map(Candidate::of).toList(),
                preferences
                        .find(edition, category, caller.subject())
                        .map(OwnPreference::of)
                        .orElse(null));
    }
}
