package org.wsisforum.agenda.session;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.Reference;
import org.wsisforum.kit.reference.SessionType;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A session as whoever makes the programme writes it: over HTTP, or in the data file of an edition.
 *
 * @param code what people and programs call it; unique in the edition, since two sessions may have one title
 * @param type the code of a session type
 * @param track the code of a track of the edition
 * @param title the title
 * @param description what it is about; may be null
 * @param startsAt its beginning
 * @param endsAt its end
 * @param attendance how one takes part
 * @param room where it takes place; may be null
 * @param people who takes part and as what, in the order in which the programme names them
 * @param actionLines codes of the Action Lines it serves
 * @param goals numbers of the goals it serves; whether the WSIS–SDG Matrix links them to the lines is not asked
 * @param linkages why it serves its Action Lines and goals
 * @param organizers who holds it
 * @param organizerAccounts subjects of the accounts that may say some of this; never public
 * @param floorLanguage BCP 47 of the language that is spoken; may be null
 * @param interpretation BCP 47 of the languages into which it is interpreted
 * @param captioning BCP 47 of the languages in which there are captions
 * @param internationalSign whether it is interpreted into International Sign
 * @param stepFree whether one gets in without a step
 * @param joinLink where one joins it on a screen; may be null, and is never public
 * @param documents what belongs to it
 * @param recordings where it can be seen afterwards
 * @param outcome what came of it, in the words of those who held it; may be null
 * @param statements whether speakers of delegations are given slots in it
 * @param confirmed whether a published source gives its time
 * @param source where what is said here is from; may be null
 */
@Schema(description = "A session as whoever makes the programme writes it.")
record SessionInput(
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{1,80}")
        @Schema(description = "What people and programs call it; unique in the edition.", examples = "session-348")
        String code,

        @NotNull
        @Schema(
                description = "The code of a session type, see `/reference/session-types`.",
                examples = "prizes-ceremony")
        String type,

        @NotNull @Schema(description = "The code of a track of the edition.", examples = "wsis-prizes")
        String track,

        @NotNull @Valid @TextSize(max = 300) @Schema(description = "The title.")
        Text title,

        @Valid @TextSize(max = 10_000) @Schema(description = "What it is about.")
        Text description,

        @NotNull @Schema(description = "Its beginning, with offset.", examples = "2021-05-18T13:00:00+02:00")
        Instant startsAt,

        @NotNull @Schema(description = "Its end, with offset.", examples = "2021-05-18T13:30:00+02:00")
        Instant endsAt,

        @NotNull Attendance attendance,

        @Schema(
                description = "The room of the edition in which it takes place.",
                examples = "0190b0a2-5c7a-7000-8000-000000000011")
        UUID room,

        @Size(max = 100) @Schema(description = "Who takes part and as what, in the order of the programme.")
        List<@NotNull @Valid Appearance> people,

        @Size(max = 18)
        @Schema(
                description = "The Action Lines it serves, in any usual spelling.",
                examples = "[\"C2\", \"C7-e-health\"]")
        List<@NotNull String> actionLines,

        @Size(max = 17) @Schema(description = "The goals it serves, 1 to 17.", examples = "[9]")
        List<@NotNull Integer> goals,

        @Size(max = 100) @Schema(description = "Why it serves its Action Lines and goals.")
        List<@NotNull @Valid Linkage> linkages,

        @Size(max = 50) @Schema(description = "Who holds it.", examples = "[\"ITU\"]")
        List<@NotBlank @Size(max = 200) String> organizers,

        @Size(max = 20)
        @Schema(
                description =
                        "Subjects of the accounts that may say some of this, whatever the role they sign in with; shown to"
                                + " those who make the session alone.",
                examples = "[\"5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001\"]")
        List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String> organizerAccounts,

        @Schema(description = "The language that is spoken, BCP 47.", examples = "en")
        String floorLanguage,

        @Size(max = 20)
        @Schema(description = "The languages into which it is interpreted, BCP 47.", examples = "[\"fr\", \"ar\"]")
        List<@NotNull String> interpretation,

        @Size(max = 20) @Schema(description = "The languages of its captions, BCP 47.", examples = "[\"en\"]")
        List<@NotNull String> captioning,

        @Schema(description = "Whether it is interpreted into International Sign.", examples = "true")
        boolean internationalSign,

        @Schema(description = "Whether one gets in without a step.", examples = "true")
        boolean stepFree,

        @Size(max = 1_000)
        @Schema(
                description = "Where one joins it on a screen; shown to those who may join.",
                examples = "https://itu.zoom.us/w/1")
        String joinLink,

        @Size(max = 50) @Schema(description = "What belongs to it.")
        List<@NotNull @Valid Document> documents,

        @Size(max = 20) @Schema(description = "Where it can be seen afterwards.")
        List<@NotNull @Valid Recording> recordings,

        @Valid
        @TextSize(max = 20_000)
        @Schema(
                description =
                        "What came of it, in the words of those who held it. It may be said at any time; everybody reads it"
                                + " once the session has ended.")
        Text outcome,

        @Schema(description = "Whether speakers of delegations are given slots in it.", examples = "false")
        boolean statements,

        @Schema(description = "Whether a published source gives its time.", examples = "true")
        boolean confirmed,

        @Size(max = 500) @Schema(description = "Where what is said here is from.")
        String source) {

    /** What the API calls the fields of a session. */
    static final Set<String> FIELDS = Stream.of(SessionInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** What is not for everybody. */
    static final Set<String> RESTRICTED = Set.of("organizerAccounts", "joinLink");

    /** What the organizer of a session may say of it. */
    static final Set<String> OF_ORGANIZERS = Set.of("description", "people", "documents", "outcome");

    SessionInput {
        people = people == null ? List.of() : people;
        actionLines = actionLines == null ? List.of() : actionLines;
        goals = goals == null ? List.of() : goals;
        linkages = linkages == null ? List.of() : linkages;
        organizers = organizers == null ? List.of() : organizers;
        organizerAccounts = organizerAccounts == null ? List.of() : organizerAccounts;
        interpretation = interpretation == null ? List.of() : interpretation;
        captioning = captioning == null ? List.of() : captioning;
        documents = documents == null ? List.of() : documents;
        recordings = recordings == null ? List.of() : recordings;
    }

    /** Refuses texts in languages that the edition does not speak. */
    void requireLanguages(Edition edition) {
        edition.requireLanguages(title, "/title");
        edition.requireLanguages(description, "/description");
        edition.requireLanguages(outcome, "/outcome");
        for (var i = 0; i < linkages.size(); i++) {
            edition.requireLanguages(linkages.get(i).rationale(), "/linkages/" + i + "/rationale");
        }
        for (var i = 0; i < documents.size(); i++) {
            edition.requireLanguages(documents.get(i).name(), "/documents/" + i + "/name");
        }
    }

    /** The rules that only the edition and the code lists can check, and how they are broken. */
    List<FieldError> faults(Edition edition) {
        var faults = new ArrayList<FieldError>();
        if (SessionType.of(type).isEmpty()) {
            faults.add(FieldError.at("/type", "unknown", "There is no session type \"" + type + "\"."));
        }
        if (!edition.hasTrack(track)) {
            faults.add(FieldError.at("/track", "unknown", "The edition has no track \"" + track + "\"."));
        }
        faults.addAll(served().faults());
        addFaultsOfLinkages(faults);
        addFaultsOfPeople(faults);
        addFaultsOfLanguages(faults);
        addFaultsOfLinks(faults);
        if (!startsAt.isBefore(endsAt)) {
            faults.add(FieldError.at("/endsAt", "order", "A session ends after it starts."));
        }
        if (!startsAt.equals(startsAt.truncatedTo(ChronoUnit.MINUTES))) {
            faults.add(FieldError.at("/startsAt", "whole-minute", "A session begins at a whole minute."));
        }
        if (startsAt.isBefore(edition.opensAt())) {
            faults.add(
                    FieldError.at("/startsAt", "outside-edition", "The edition opens at " + edition.opensAt() + "."));
        }
        if (endsAt.isAfter(edition.closesAt())) {
            faults.add(
                    FieldError.at("/endsAt", "outside-edition", "The edition closes at " + edition.closesAt() + "."));
        }
        return faults;
    }

    private void addFaultsOfLinkages(List<FieldError> faults) {
        var lines = actionLines.stream()
                .flatMap(line -> ActionLine.of(line).stream())
                .map(ActionLine::code)
                .toList();
        for (var i = 0; i < linkages.size(); i++) {
            var linkage = linkages.get(i);
            if (linkage.actionLine() == null && linkage.goal() == null) {
                faults.add(FieldError.at("/linkages/" + i, "missing", "Name an Action Line, a goal, or both."));
            }
            if (linkage.actionLine() != null && !lines.contains(linkage.actionLine())) {
                faults.add(FieldError.at(
                        "/linkages/" + i + "/actionLine", "unknown", "The session does not serve this Action Line."));
            }
            if (linkage.goal() != null && !goals.contains(linkage.goal())) {
                faults.add(
                        FieldError.at("/linkages/" + i + "/goal", "unknown", "The session does not serve this goal."));
            }
        }
    }

    private void addFaultsOfPeople(List<FieldError> faults) {
        for (var i = 0; i < people.size(); i++) {
            var who = people.get(i);
            if (people.subList(0, i).stream()
                    .anyMatch(o -> o.person().equals(who.person()) && o.role() == who.role())) {
                faults.add(FieldError.at("/people/" + i, "twice", "The person stands in this role already."));
            }
        }
    }

    private void addFaultsOfLanguages(List<FieldError> faults) {
        if (floorLanguage != null) {
            addFaultOfLanguage(faults, floorLanguage, "/floorLanguage");
        }
        for (var i = 0; i < interpretation.size(); i++) {
            addFaultOfLanguage(faults, interpretation.get(i), "/interpretation/" + i);
        }
        for (var i = 0; i < captioning.size(); i++) {
            addFaultOfLanguage(faults, captioning.get(i), "/captioning/" + i);
        }
        for (var i = 0; i < recordings.size(); i++) {
            if (recordings.get(i).language() != null) {
                addFaultOfLanguage(faults, recordings.get(i).language(), "/recordings/" + i + "/language");
            }
        }
    }

    private static void addFaultOfLanguage(List<FieldError> faults, String tag, String pointer) {
        if (SpokenLanguage.of(tag).isEmpty()) {
            faults.add(FieldError.at(pointer, "unknown", "There is no language \"" + tag + "\" (BCP 47)."));
        }
    }

    private void addFaultsOfLinks(List<FieldError> faults) {
        if (joinLink != null) {
            WebLink.fault(joinLink, "/joinLink").ifPresent(faults::add);
        }
        for (var i = 0; i < documents.size(); i++) {
            WebLink.fault(documents.get(i).href(), "/documents/" + i + "/href").ifPresent(faults::add);
        }
        for (var i = 0; i < recordings.size(); i++) {
            WebLink.fault(recordings.get(i).href(), "/recordings/" + i + "/href")
                    .ifPresent(faults::add);
        }
    }

    private Served served() {
        return new Served(actionLines, goals);
    }

    /**
     * What deserves a second look and is taken all the same: links between Action Lines and goals that the WSIS–SDG Matrix does
     * not have. Only for a session without faults.
     */
    List<FieldError> remarks() {
        var remarks = new ArrayList<FieldError>();
        var lines = actionLines.stream()
                .map(line -> ActionLine.of(line).orElseThrow())
                .toList();
        for (var i = 0; i < linkages.size(); i++) {
            var linkage = linkages.get(i);
            if (linkage.actionLine() != null
                    && linkage.goal() != null
                    && !Reference.isOnMatrix(
                            ActionLine.of(linkage.actionLine()).orElseThrow(),
                            Goal.of(linkage.goal()).orElseThrow())) {
                remarks.add(FieldError.at(
                        "/linkages/" + i,
                        "off-matrix",
                        "The matrix does not link " + linkage.actionLine() + " with goal " + linkage.goal() + "."));
            }
        }
        for (var i = 0; i < goals.size(); i++) {
            var goal = Goal.of(goals.get(i)).orElseThrow();
            if (!lines.isEmpty() && lines.stream().noneMatch(line -> Reference.isOnMatrix(line, goal))) {
                remarks.add(FieldError.at(
                        "/goals/" + i,
                        "off-matrix",
                        "The matrix links none of the session's Action Lines with goal " + goal.number() + "."));
            }
        }
        return remarks;
    }

    /** Without what is not for everybody. */
    SessionInput forEverybody() {
        return new SessionInput(
                code,
                type,
                track,
                title,
                description,
                startsAt,
                endsAt,
                attendance,
                room,
                people,
                actionLines,
                goals,
                linkages,
                organizers,
                List.of(),
                floorLanguage,
                interpretation,
                captioning,
                internationalSign,
                stepFree,
                null,
                documents,
                recordings,
                outcome,
                statements,
                confirmed,
                source);
    }

    /** The same, with what an organizer says of it. */
    SessionInput with(Text description, List<Appearance> people, List<Document> documents, Text outcome) {
        return new SessionInput(
                code,
                type,
                track,
                title,
                description,
                startsAt,
                endsAt,
                attendance,
                room,
                people,
                actionLines,
                goals,
                linkages,
                organizers,
                organizerAccounts,
                floorLanguage,
                interpretation,
                captioning,
                internationalSign,
                stepFree,
                joinLink,
                documents,
                recordings,
                outcome,
                statements,
                confirmed,
                source);
    }

    /** The people in it, each once. */
    Set<UUID> persons() {
        return people.stream().map(Appearance::person).collect(Collectors.toSet());
    }

    /** The same session in the one spelling in which codes are stored; only for one without faults. */
    SessionInput normalised() {
        var serves = served().normalised();
        return new SessionInput(
                code,
                SessionType.of(type).orElseThrow().code(),
                track,
                title,
                description,
                startsAt,
                endsAt,
                attendance,
                room,
                people,
                serves.actionLines(),
                serves.goals(),
                linkages,
                organizers,
                organizerAccounts.stream().distinct().toList(),
                floorLanguage == null ? null : SpokenLanguage.of(floorLanguage).orElseThrow(),
                spelled(interpretation),
                spelled(captioning),
                internationalSign,
                stepFree,
                joinLink,
                documents,
                recordings.stream()
                        .map(recording -> recording.language() == null
                                ? recording
                                : new Recording(
                                        recording.href(),
                                        SpokenLanguage.of(recording.language()).orElseThrow()))
                        .toList(),
                outcome,
                statements,
                confirmed,
                source);
    }

    private static List<String> spelled(List<String> languages) {
        return languages.stream()
                .map(tag -> SpokenLanguage.of(tag).orElseThrow())
                .distinct()
                .toList();
    }
}
