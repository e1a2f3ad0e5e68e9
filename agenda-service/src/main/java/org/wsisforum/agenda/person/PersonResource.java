package org.wsisforum.agenda.person;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.release.Makers;
import org.wsisforum.agenda.release.ReleaseResource;
import org.wsisforum.agenda.release.Releases;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeFeed;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.HistoryRequest;
import org.wsisforum.kit.conditional.MergePatch;
import org.wsisforum.kit.conditional.Preconditions;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.paging.PageOf;
import org.wsisforum.kit.paging.PageRequest;
import org.wsisforum.kit.paging.Pages;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.Country;

/** The people of the programme. */
@Path("editions/{edition}/people")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "People")
public class PersonResource {

    private static final String EXAMPLE = """
            {
              "honorific": "H.E. Ms",
              "name": "Aline Favre",
              "position": "Minister of Communications",
              "entity": "Federal Department of Communications",
              "country": "CH",
              "biography": { "en": { "value": "Before she was minister …", "status": "official" } }
            }""";

    @Inject
    Editions editions;

    @Inject
    People people;

    @Inject
    ShownPeople shown;

    @Inject
    Releases releases;

    @Inject
    Makers makers;

    @Inject
    Organizers organizers;

    @Inject
    Caller caller;

    @Inject
    Pages pages;

    @Inject
    Preconditions preconditions;

    @Inject
    Changes changes;

    /** Which people are wanted. */
    public record Filter(
            @RestQuery @Parameter(description = "Only people of this country, ISO 3166-1.", example = "CH")
            String country) {

        private String knownCountry() {
            return country == null
                    ? null
                    : Country.of(country).map(Country::code).orElseThrow(() -> {
                        var detail = "There is no country \"" + country + "\".";
                        return RequestProblem.VALIDATION_FAILED.because(
                                detail, List.of(FieldError.of("country", "unknown", detail)));
                    });
        }
    }

    /** The people of the programme. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listPeople",
            summary = "The people of the programme",
            description =
                    "By name: those who stand in a session of the newest release, or of the one that `release` names. The"
                            + " secretariat and programme managers with the scope agenda:read see all people of the draft. A person's"
                            + " sessions are listed with `sessions?person=`.")
    @Fails({"edition-not-found", "release-not-found", "cursor-not-valid", "insufficient-scope"})
    public PageOf<PersonView> list(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestQuery @Parameter(description = ReleaseResource.WHICH, example = "3") String release,
            @BeanParam @Valid Filter filter,
            @BeanParam @Valid PageRequest page) {
        editions.require(edition);
        var country = filter.knownCountry();
        if (ReleaseResource.DRAFT.equals(release)) {
            makers.require();
            var list = Keyset.of(Person.class)
                    .where("edition = :edition", "edition", edition)
                    .whereIfGiven("country = :country", "country", country)
                    .orderedBy("name", String.class, Person::name)
                    .orderedBy("id", UUID.class, Person::id);
            return pages.read(list, page, PersonView::whole);
        }
        var reading = releases.require(edition, release);
        var people = shown.of(reading.version()).stream()
                .filter(named ->
                        country == null || country.equals(named.person().country()))
                .toList();
        return pages.readKept(
                people,
                "people of " + country + " of " + release,
                ShownPeople.Named::place,
                page,
                reading.at(),
                rows -> rows.stream().map(ShownPeople.Named::person).toList());
    }

    /** One person. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readPerson",
            summary = "A person",
            description =
                    "Somebody as the newest release shows it, or the one that `release` names. The `ETag` of the draft is what a"
                            + " change must send in `If-Match`.")
    @Fails({"edition-not-found", "release-not-found", "insufficient-scope"})
    public PersonView read(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The person.", example = "0190b0a2-5c7a-7000-8000-000000000021") UUID id,
            @RestQuery @Parameter(description = ReleaseResource.WHICH, example = "3") String release) {
        editions.require(edition);
        if (ReleaseResource.DRAFT.equals(release)) {
            makers.require();
            return PersonView.whole(people.require(edition, id, LockModeType.NONE));
        }
        return shown.of(releases.require(edition, release).version()).stream()
                .map(ShownPeople.Named::person)
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> People.none(edition, id));
    }

    /** Adds a person. */
    @POST
    @Transactional
    @Idempotent
    @RolesAllowed(Role.PERSON)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "addPerson",
            summary = "Add a person",
            description =
                    "Nobody but those who make the programme sees the person before a session does. The organizer of a"
                            + " session adds whom the session is to have in it, and names the id there; what was added is then"
                            + " changed by programme managers.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonInput.class),
                            examples = @ExampleObject(name = "A minister", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The person was added.",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @Fails({"edition-not-found", "language-not-of-edition"})
    public RestResponse<PersonView> add(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @Valid @NotNull PersonInput input) {
        var year = editions.require(edition);
        if (!caller.has(Role.PROGRAMME_MANAGER) && !organizers.isOne(edition)) {
            throw RequestProblem.FORBIDDEN.because("You organize no session of the edition.");
        }
        requireFit(year, input);
        var person = new Person(edition, input);
        people.persist(person);
        changes.record(Change.of(PersonChange.ADDED, edition, "people/" + person.id()));
        return RestResponse.ResponseBuilder.<PersonView>create(201, null)
                .header(HttpHeaders.LOCATION, "/agenda/v1/editions/" + edition + "/people/" + person.id())
                .entity(PersonView.whole(person))
                .build();
    }

    /** Changes some of what is said of a person. */
    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "patchPerson",
            summary = "Change a person",
            description = "A merge patch (RFC 7396): what is given replaces, `null` removes, what is absent stays.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PersonInput.class),
                            examples =
                                    @ExampleObject(name = "Another office", value = "{\"position\": \"Ambassador\"}")))
    @Fails({"edition-not-found", "stale-version", "invalid-patch", "language-not-of-edition"})
    public PersonView patch(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The person.", example = "0190b0a2-5c7a-7000-8000-000000000021") UUID id,
            MergePatch patch) {
        var year = editions.require(edition);
        var person = people.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(person.version());
        var patched = patch.applyTo(person.input());
        requireFit(year, patched);
        var fields = person.replace(patched);
        if (!fields.isEmpty()) {
            changes.record(Change.of(PersonChange.REVISED, edition, "people/" + id, fields.toArray(String[]::new)));
        }
        return PersonView.whole(person);
    }

    /** Removes a person. */
    @DELETE
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.PROGRAMME_MANAGER)
    @RequiresScope("agenda:write")
    @Operation(
            operationId = "deletePerson",
            summary = "Remove a person",
            description =
                    "Not while the person stands in a session, in whatever state: take the person out there first.")
    @APIResponse(responseCode = "204", description = "Nothing is left but the history.")
    @Fails({"edition-not-found", "stale-version", "person-in-programme"})
    public void delete(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The person.", example = "0190b0a2-5c7a-7000-8000-000000000021")
                    UUID id) {
        editions.require(edition);
        var person = people.require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        preconditions.requireSeen(person.version());
        people.delete(person);
        changes.record(Change.of(PersonChange.REMOVED, edition, "people/" + id));
    }

    /** What happened to one person. */
    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.PROGRAMME_MANAGER, Role.SECRETARIAT})
    @RequiresScope("agenda:read")
    @Operation(
            operationId = "readPersonHistory",
            summary = "What happened to a person",
            description = "Every change of it, by whom and when, oldest first; also of somebody who was removed.")
    @Fails("change-cursor-not-valid")
    public ChangeFeed history(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The person.", example = "0190b0a2-5c7a-7000-8000-000000000021") UUID id,
            @BeanParam @Valid HistoryRequest page) {
        return changes.history(edition, "people/" + id, page);
    }

    private static void requireFit(Edition year, PersonInput input) {
        year.requireLanguages(input.biography(), "/biography");
        RequestProblem.requireNone(input.faults());
    }
}
