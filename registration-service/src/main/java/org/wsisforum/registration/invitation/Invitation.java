package org.wsisforum.registration.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

import com.fasterxml.jackson.annotation.JsonValue;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Language;
import org.wsisforum.registration.edition.EditionRules;

import static org.wsisforum.registration.invitation.InvitationProblem.CHANNEL_NOT_OPEN;
import static org.wsisforum.registration.invitation.InvitationProblem.INVITATION_WITHDRAWN;
import static org.wsisforum.registration.invitation.InvitationProblem.NOT_A_DRAFT;
import static org.wsisforum.registration.invitation.InvitationProblem.NOT_CLEARED;
import static org.wsisforum.registration.invitation.InvitationProblem.NOT_SENT;
import static org.wsisforum.registration.invitation.InvitationProblem.RESPONSE_DEADLINE_PASSED;
import static org.wsisforum.registration.invitation.InvitationProblem.RESPONSE_NOT_COHERENT;
import static org.wsisforum.registration.invitation.InvitationProblem.TOO_MANY_LINKS;

/** The invitation of one country's minister. */
@Entity
class Invitation {

    private static final Duration DAY = Duration.ofDays(1);

    /** How far an invitation has come. */
    enum State {
        /** Its words and its addressee are being seen to. */
        DRAFTED,
        /** May go out. */
        CLEARED,
        SENT,
        OPENED,
        ACCEPTED,
        DECLINED,
        REPRESENTED,
        /** The office has answered, and may do so firmly until the deadline. */
        TENTATIVE,
        /** The secretariat has taken it back. */
        WITHDRAWN,
        /** The deadline has passed without an answer; never stored, since nobody takes this step. */
        EXPIRED;

        /** Without an answer, and with its office. */
        private boolean isWaiting() {
            return this == SENT || this == OPENED;
        }

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private UUID letterId;
    private String country;

    @JdbcTypeCode(SqlTypes.JSON)
    private Person addressee;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Enumerated(EnumType.STRING)
    private State state;

    private String email;
    private Instant issuedAt;
    private Instant openedAt;

    /** Of the link by which the office is known to the agenda: the one that it answered by, else the first that is open. */
    private String linkHash;

    private Instant linkValidUntil;

    @OneToMany(mappedBy = "invitation", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    @BatchSize(size = 200)
    private List<Response> responses = new ArrayList<>();

    @OneToMany(mappedBy = "invitation", cascade = CascadeType.PERSIST)
    @OrderBy("takenAt, id")
    private List<Step> steps = new ArrayList<>();

    @OneToMany(mappedBy = "invitation", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("issuedAt, id")
    @BatchSize(size = 200)
    private List<Link> links = new ArrayList<>();

    protected Invitation() {}

    private Invitation(
            String edition, UUID letterId, String country, Person addressee, Language language, String email) {
        this.edition = edition;
        this.letterId = letterId;
        this.country = country;
        this.addressee = addressee;
        this.language = language;
        this.email = email;
    }

    /** An invitation that is yet to be cleared. */
    static Invitation draft(
            String edition,
            UUID letterId,
            String country,
            Person addressee,
            Language language,
            String email,
            String by,
            Instant now) {
        var draft = new Invitation(edition, letterId, country, addressee, language, email);
        draft.take(State.DRAFTED, by, null, null, now);
        return draft;
    }

    /** An invitation that is issued by hand at once, by who may clear it. */
    static Invitation issue(
            EditionRules edition,
            UUID letterId,
            String country,
            Person addressee,
            Language language,
            String email,
            LinkKey key,
            String by,
            Instant now) {
        var issued = new Invitation(edition.code(), letterId, country, addressee, language, email);
        issued.state = State.CLEARED;
        issued.addLink(key, edition, now);
        issued.send(Way.CORRESPONDENCE, by, now);
        return issued;
    }

    private void take(State next, String by, Way way, String reason, Instant now) {
        state = next;
        steps.add(new Step(this, next, by, way, reason, now));
    }

    /** How far it has come at this time. */
    State state(EditionRules edition, Instant now) {
        return state.isWaiting() && !isOpenForAnswer(edition, now) ? State.EXPIRED : state;
    }

    /** Lets it go out. */
    void clear(String by, Instant now) {
        if (state != State.DRAFTED) {
            throw NOT_A_DRAFT.because("It is " + state.json() + ".");
        }
        take(State.CLEARED, by, null, null, now);
    }

    /** Changes whom it addresses, and where. Whom it addresses stays as soon as it is cleared. */
    void correct(Correction to) {
        if (state == State.WITHDRAWN) {
            throw withdrawn();
        }
        if (state != State.DRAFTED && !to.sameLetter(correction())) {
            throw NOT_A_DRAFT.because("Once it is cleared, only the address that mail goes to can be changed.");
        }
        addressee = to.addressee();
        language = to.language();
        email = to.email();
    }

    Correction correction() {
        return new Correction(addressee, language, email);
    }

    /** It has gone out. */
    void send(Way way, String by, Instant now) {
        if (state == State.CLEARED) {
            issuedAt = now;
            take(State.SENT, by, way, null, now);
        }
    }

    /** Takes it back, from whoever has it: no link of it opens the letter any more. */
    void withdraw(String reason, String by, Instant now) {
        if (state == State.WITHDRAWN) {
            throw withdrawn();
        }
        take(State.WITHDRAWN, by, null, reason, now);
    }

    private static RuntimeException withdrawn() {
        return INVITATION_WITHDRAWN.because("The secretariat has taken it back.");
    }

    /**
     * Gives it a link by hand; those before open nothing more. One that was cleared has gone out with it.
     *
     * @return whether it went out with this link
     */
    boolean issueLink(LinkKey key, EditionRules edition, String by, Instant now) {
        requireLinkable();
        requireFewLinks(edition, now);
        closeLinks(now);
        addLink(key, edition, now);
        var first = state == State.CLEARED;
        send(Way.CORRESPONDENCE, by, now);
        return first;
    }

    /** Adds a link to those that open it already: a reminder closes no door that somebody may be standing in. */
    void addLink(LinkKey key, EditionRules edition, Instant now) {
        links.add(new Link(this, key.hash(), now));
        linkValidUntil = edition.rules().linkValidUntil();
        if (linkHash == null) {
            linkHash = key.hash();
        }
    }

    /** No link that there is opens it any more. */
    void closeLinks(Instant now) {
        links.forEach(link -> link.close(now));
        linkHash = null;
        linkValidUntil = null;
    }

    /** A link has reached nobody: as if it had not been issued. */
    void dropLink(String hash) {
        links.removeIf(link -> link.hash().equals(hash));
        if (hash.equals(linkHash)) {
            linkHash = links.stream()
                    .filter(Link::isOpen)
                    .map(Link::hash)
                    .findFirst()
                    .orElse(null);
        }
    }

    boolean hasOpenLink() {
        return links.stream().anyMatch(Link::isOpen);
    }

    private void requireLinkable() {
        if (state == State.WITHDRAWN) {
            throw withdrawn();
        }
        if (state == State.DRAFTED) {
            throw NOT_CLEARED.because("A draft is cleared before it goes out.");
        }
    }

    private void requireFewLinks(EditionRules edition, Instant now) {
        var most = edition.rules().invitations().linksPerDay();
        var dayBefore = now.minus(DAY);
        var lately = links.stream()
                .map(Link::issuedAt)
                .filter(at -> at.isAfter(dayBefore))
                .sorted()
                .toList();
        if (lately.size() >= most) {
            var free = lately.get(lately.size() - most).plus(DAY);
            throw TOO_MANY_LINKS
                    .because("It was given " + lately.size() + " links within 24 hours.")
                    .with(
                            "Retry-After",
                            Long.toString(
                                    Math.max(1, Duration.between(now, free).toSeconds())));
        }
    }

    /** Whether a link opens this invitation at this time. */
    boolean isOpenedBy(String hash, Instant now) {
        return linkValidUntil != null
                && now.isBefore(linkValidUntil)
                && links.stream().filter(link -> link.isOpenedBy(hash)).count() > 0;
    }

    boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Notes that the office has opened its letter. @return whether it was the first time */
    boolean open(String by, Instant now) {
        if (openedAt != null) {
            return false;
        }
        openedAt = now;
        // It may be opened before the mail server's word that it has taken the letter is written down.
        send(Way.MAIL, "system", now);
        if (state == State.SENT) {
            take(State.OPENED, by, Way.WEB, null, now);
        }
        return true;
    }

    /** Whether the office itself can still answer. */
    boolean isOpenForAnswer(EditionRules edition, Instant now) {
        return now.isBefore(edition.rules().respondBefore());
    }

    /**
     * Takes an answer; the last one holds. What came on paper counts by the day on which it came in, not by the day on which
     * somebody found the time to record it.
     */
    Response answer(ResponseInput input, EditionRules edition, Instant now, String recordedBy, String byLink) {
        if (state == State.WITHDRAWN) {
            throw withdrawn();
        }
        if (issuedAt == null && byLink == null) {
            throw NOT_SENT.because("It is " + state.json() + ".");
        }
        input.requireCoherence(addressee.name() != null);
        if (!edition.rules().answerBy().contains(input.came())) {
            throw CHANNEL_NOT_OPEN.because(
                    "Take one of the ways that the edition's rules name.",
                    List.of(FieldError.at("/channel", "channel-not-open", "Not among the edition's ways to answer.")));
        }
        requireInTime(input, edition, now);
        var response = new Response(this, input, now, recordedBy);
        responses.add(response);
        send(Way.MAIL, "system", now);
        take(State.valueOf(input.answer().name()), recordedBy, Way.of(input.came()), null, now);
        if (byLink != null) {
            linkHash = byLink;
        }
        return response;
    }

    private static void requireInTime(ResponseInput input, EditionRules edition, Instant now) {
        var today = now.atZone(edition.zone()).toLocalDate();
        if (input.receivedOn() != null && input.receivedOn().isAfter(today)) {
            throw RESPONSE_NOT_COHERENT.because(
                    "It is not yet " + input.receivedOn() + " at the Forum.",
                    List.of(FieldError.at("/receivedOn", "past-or-present", "Not in the future.")));
        }
        var came = input.receivedOn() == null
                ? now
                : input.receivedOn().atStartOfDay(edition.zone()).toInstant();
        if (!came.isBefore(edition.rules().respondBefore()) && input.override() == null) {
            throw RESPONSE_DEADLINE_PASSED.because("Answers were taken until "
                    + edition.rules().respondBefore().atZone(edition.zone()).toOffsetDateTime()
                    + ". Please write to " + edition.contact().email() + ".");
        }
    }

    /** The answer that holds. */
    Optional<Response> response() {
        return responses.isEmpty() ? Optional.empty() : Optional.of(responses.getLast());
    }

    List<Response> responses() {
        return responses;
    }

    List<Step> steps() {
        return steps;
    }

    /** Who comes: the minister, or the one who represents. Somebody of whom no name is known is called by the office held. */
    Person speaker() {
        var person =
                response().map(Response::representative).filter(p -> p != null).orElse(addressee);
        return person.name() == null
                ? new Person(person.honorific(), person.title(), person.title(), person.gender(), person.rank())
                : person;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String edition() {
        return edition;
    }

    UUID letterId() {
        return letterId;
    }

    String country() {
        return country;
    }

    Person addressee() {
        return addressee;
    }

    Language language() {
        return language;
    }

    /** How far it has come as it is stored, whatever the time. */
    State stored() {
        return state;
    }

    String email() {
        return email;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant openedAt() {
        return openedAt;
    }

    /** Of the link by which the office is known; none for one that was withdrawn. */
    String linkHash() {
        return state == State.WITHDRAWN ? null : linkHash;
    }

    Instant linkValidUntil() {
        return linkValidUntil;
    }
}
