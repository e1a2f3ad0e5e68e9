package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.RequiresScope;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.idempotency.Idempotent;
import org.wsisforum.kit.problem.Fails;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Country.Category;
import org.wsisforum.kit.reference.Region;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.Editions;
import org.wsisforum.registration.letter.Letters;
import org.wsisforum.registration.protocol.FrenchOrder;

/** To whom a letter goes: drafts of invitations for many at once, all of them or none. */
@Path("editions/{edition}/letters/{letter}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Letters")
public class AddresseeResource {

    private static final String CSV = "text/csv";

    @Inject
    Editions editions;

    @Inject
    Letters letters;

    @Inject
    Invitations invitations;

    @Inject
    Validator validator;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @Inject
    Changes changes;

    /** What was drafted. */
    @Schema(name = "DraftedInvitations", description = "What was drafted.")
    record Drafted(
            @Schema(description = "How many invitations were drafted.", examples = "193")
            int drafted,

            @Schema(
                    description = "Countries that were left out, since they are invited with this letter already.",
                    examples = "[\"RW\"]")
            List<String> alreadyInvited,

            @Schema(
                    description = "Where the drafts are.",
                    examples =
                            "/registration/v1/editions/2021/invitations?letter=0190b0a2-5c7a-7000-8000-000000000001&state=drafted")
            String invitations) {}

    /** What was cleared. */
    @Schema(name = "ClearedInvitations", description = "What was cleared.")
    record Cleared(
            @Schema(description = "How many drafts may go out now.", examples = "193")
            int cleared) {}

    @POST
    @Path("addressees")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(operationId = "addAddressees", summary = "Draft invitations for many", description = """
                    For the offices of all Member States, of a region or of some countries, or for the people of a list. An office \
                    is addressed without a name, as the edition's `rules.invitations.office` says, until the draft is corrected. \
                    Where offices are meant, countries that are invited with this letter already are left out and named; in a list \
                    they are faults. Of a list with any fault nothing is drafted, and each fault is pointed to.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AddresseesInput.class),
                            examples = {
                                @ExampleObject(name = "All Member States", value = "{\"memberStates\": true}"),
                                @ExampleObject(
                                        name = "A region",
                                        value = "{\"region\": \"AFR\", \"language\": \"fr\"}"),
                                @ExampleObject(name = "A list", value = """
                                                {"addressees":[{"country":"RW","honorific":"H.E. Ms","name":"Paula Ingabire",
                                                                "title":"Minister of ICT and Innovation","gender":"female",
                                                                "rank":"minister","language":"en",
                                                                "email":"minister@gov.example"}]}""")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "They are drafted; `Location` lists them.",
            content = @Content(schema = @Schema(implementation = Drafted.class)))
    @Fails({"edition-not-found", "letter-not-found", "already-invited", "unknown-country"})
    public RestResponse<Drafted> add(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The letter's id.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID letter,
            @NotNull @Valid AddresseesInput input) {
        var rules = editions.require(edition);
        RequestProblem.requireNone(input.faults());
        letters.read(edition, letter);
        var invited = invitations.countriesOf(letter);
        if (input.addressees() != null) {
            var faults = faults(rules, input.addressees(), invited, (i, column) -> "/addressees/" + i + "/" + column);
            RequestProblem.requireNone(faults);
            return drafted(rules, letter, input.addressees(), List.of());
        }
        if (input.language() != null) {
            Editions.requireLanguage(rules, input.language(), "/language");
        }
        var countries = countries(input);
        var left = countries.stream().filter(invited::contains).toList();
        var offices = countries.stream()
                .filter(country -> !invited.contains(country))
                .map(country -> office(rules, country, input))
                .toList();
        return drafted(rules, letter, offices, left);
    }

    @POST
    @Path("addressees/table")
    @Consumes(CSV)
    @Transactional
    @Idempotent
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "uploadAddressees",
            summary = "Draft invitations for the people of a table",
            description = """
                    A table in CSV (RFC 4180, UTF-8, commas or semicolons) of at most 500 lines. Its first line names the columns: \
                    `country`, `title` and `language`, and where they are known `honorific`, `name`, `gender`, `rank` and \
                    `email`. Of a table with any fault nothing is drafted; each fault points to line and column, as in `/4/email`.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "Two ministers", value = """
                                            country,honorific,name,title,gender,rank,language,email
                                            RW,H.E. Ms,Paula Ingabire,Minister of ICT and Innovation,female,minister,en,minister@gov.example
                                            SN,,,"Ministre de l'Économie numérique",,minister,fr,cabinet@gouv.example""")))
    @APIResponse(
            responseCode = "201",
            description = "They are drafted; `Location` lists them.",
            content = @Content(schema = @Schema(implementation = Drafted.class)))
    @Fails({"edition-not-found", "letter-not-found", "already-invited"})
    public RestResponse<Drafted> upload(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The letter's id.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID letter,
            @NotNull String csv) {
        var rules = editions.require(edition);
        letters.read(edition, letter);
        var table = AddresseeTable.read(csv);
        var rows = table.rows();
        var faults = new ArrayList<>(table.faults());
        rows.forEach(row -> validator.validate(row.addressee()).stream()
                .map(fault ->
                        FieldError.at(row.pointer(fault.getPropertyPath().toString()), "not-valid", fault.getMessage()))
                // What could not be read is told of already.
                .filter(fault ->
                        faults.stream().noneMatch(known -> known.pointer().equals(fault.pointer())))
                .forEach(faults::add));
        var people = rows.stream().map(AddresseeTable.Row::addressee).toList();
        faults.addAll(faults(rules, people, invitations.countriesOf(letter), (i, column) -> rows.get(i)
                .pointer(column)));
        if (faults.isEmpty() && people.isEmpty()) {
            faults.add(FieldError.at(AddresseeTable.pointer(2, ""), "empty", "There is nobody in it."));
        }
        RequestProblem.requireNone(faults);
        return drafted(rules, letter, people, List.of());
    }

    @POST
    @Path("clearance")
    @Transactional
    @RolesAllowed(Role.SECRETARIAT)
    @RequiresScope("registration:write")
    @Operation(
            operationId = "clearLetter",
            summary = "Clear all drafts of a letter",
            description =
                    "Whoever it was drafted for may be sent it from now on, and its words are not changed any more. Asked again, it"
                            + " clears what was drafted since.")
    @Fails({"edition-not-found", "letter-not-found"})
    public Cleared clear(
            @RestPath @Parameter(description = "The edition.", example = "2021") String edition,
            @RestPath @Parameter(description = "The letter's id.", example = "0190b0a2-5c7a-7000-8000-000000000001")
                    UUID letter) {
        editions.require(edition);
        letters.readToSend(edition, letter);
        var now = clock.instant();
        var drafts = invitations.draftsToChange(letter);
        drafts.forEach(draft -> draft.clear(caller.subject(), now));
        changes.recordAll(drafts.stream()
                .map(draft -> Change.of(InvitationChange.CLEARED, edition, InvitationResource.subject(draft), "state"))
                .toList());
        return new Cleared(drafts.size());
    }

    private RestResponse<Drafted> drafted(EditionRules rules, UUID letter, List<Addressee> people, List<String> left) {
        var now = clock.instant();
        var drafts = people.stream().map(to -> draft(rules, letter, to, now)).toList();
        invitations.persist(drafts);
        changes.recordAll(drafts.stream()
                .map(draft -> Change.of(InvitationChange.DRAFTED, rules.code(), InvitationResource.subject(draft)))
                .toList());
        var list = "/registration/v1/editions/" + rules.code() + "/invitations?letter=" + letter + "&state=drafted";
        return ResponseBuilder.<Drafted>create(201, null)
                .header(HttpHeaders.LOCATION, list)
                .entity(new Drafted(drafts.size(), left, list))
                .build();
    }

    private Invitation draft(EditionRules rules, UUID letter, Addressee to, Instant now) {
        return Invitation.draft(
                rules.code(),
                letter,
                Country.of(to.country()).orElseThrow().code(),
                to.person(),
                to.language(),
                to.email(),
                caller.subject(),
                now);
    }

    /** Whoever leads what the edition is about in a country. */
    private static Addressee office(EditionRules rules, String country, AddresseesInput input) {
        var language = input.language() == null ? rules.rules().invitations().languageOf(country) : input.language();
        var office = rules.rules()
                .invitations()
                .office()
                .bestFor(language)
                .map(Text.Chosen::value)
                .orElseThrow();
        var rank = rules.rules().invitations().usualRank();
        return new Addressee(country, null, null, office, null, rank, language, null);
    }

    private static List<String> countries(AddresseesInput input) {
        var states = FrenchOrder.alphabetical().countries().stream()
                .filter(country -> country.category() == Category.MEMBER_STATE)
                .toList();
        if (input.countries() != null) {
            return IntStream.range(0, input.countries().size())
                    .mapToObj(i -> InvitationResource.country(
                            input.countries().get(i),
                            FieldError.at("/countries/" + i, "unknown-country", "ISO 3166-1.")))
                    .distinct()
                    .toList();
        }
        if (input.region() == null) {
            return states.stream().map(Country::code).toList();
        }
        var region = Region.of(input.region());
        if (region.isEmpty()) {
            RequestProblem.requireNone(
                    List.of(FieldError.at("/region", "unknown-region", "AFR, AMS, ARB, ASP, CIS or EUR.")));
        }
        return states.stream()
                .filter(country -> country.region().equals(region.get().code()))
                .map(Country::code)
                .toList();
    }

    /** What no field tells by itself. */
    private static List<FieldError> faults(
            EditionRules rules,
            List<Addressee> people,
            Set<String> invited,
            BiFunction<Integer, String, String> pointer) {
        var faults = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        for (var i = 0; i < people.size(); i++) {
            var to = people.get(i);
            var country = Country.of(to.country()).map(Country::code);
            if (to.country() != null && country.isEmpty()) {
                faults.add(FieldError.at(pointer.apply(i, "country"), "unknown-country", "No code of ISO 3166-1."));
            } else if (country.isPresent() && !seen.add(country.get())) {
                faults.add(
                        FieldError.at(pointer.apply(i, "country"), "country-twice", "It stands further up already."));
            } else if (country.filter(invited::contains).isPresent()) {
                faults.add(FieldError.at(
                        pointer.apply(i, "country"), "already-invited", "It is invited with this letter."));
            }
            if (to.rank() != null && !rules.rules().invitations().hasRank(to.rank())) {
                faults.add(FieldError.at(pointer.apply(i, "rank"), "unknown-rank", "No rank of the edition's ladder."));
            }
            if (to.language() != null && !rules.languages().contains(to.language())) {
                faults.add(FieldError.at(
                        pointer.apply(i, "language"), "language-not-of-edition", "No language of this edition."));
            }
        }
        return faults;
    }
}
