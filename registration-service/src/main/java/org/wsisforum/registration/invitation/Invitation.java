package org.wsisforum.registration.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
import static org.wsisforum.registration.invitation.InvitationProblem.RESPONSE_DEADLINE_PASSED;
import static org.wsisforum.registration.invitation.InvitationProblem.RESPONSE_NOT_COHERENT;

/** The invitation of one country's minister. */
@Entity
class Invitation {

    /** How far an invitation has come. */
    enum State {
        SENT,
        OPENED,
        ACCEPTED,
        DECLINED,
        REPRESENTED;

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

    private Instant issuedAt;
    private Instant openedAt;
    private String linkHash;
    private Instant linkValidUntil;

    @OneToMany(mappedBy = "invitation", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    @BatchSize(size = 200)
    private List<Response> responses = new ArrayList<>();

    protected Invitation() {}

    Invitation(String edition, UUID letterId, String country, Person addressee, Language language, Instant now) {
        this.edition = edition;
        this.letterId = letterId;
        this.country = country;
        this.addressee = addressee;
        this.language = language;
        this.state = State.SENT;
        this.issuedAt = now;
    }

    /** Gives the letter a link; the one before opens nothing more. */
    void issueLink(LinkKey key, EditionRules edition) {
        this.linkHash = key.hash();
        this.linkValidUntil = edition.rules().linkValidUntil();
    }

    /** Whether a link opens this invitation at this time. Compared without telling by its duration how much was right. */
    boolean isOpenedBy(String hash, Instant now) {
        return now.isBefore(linkValidUntil)
                && MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII), linkHash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Notes that the office has opened its letter. @return whether it was the first time */
    boolean open(Instant now) {
        if (openedAt != null) {
            return false;
        }
        openedAt = now;
        if (state == State.SENT) {
            state = State.OPENED;
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
    Response answer(ResponseInput input, EditionRules edition, Instant now, String recordedBy) {
        input.requireCoherence();
        if (!edition.rules().answerBy().contains(input.came())) {
            throw CHANNEL_NOT_OPEN.because(
                    "Take one of the ways that the edition's rules name.",
                    List.of(FieldError.at("/channel", "channel-not-open", "Not among the edition's ways to answer.")));
        }
        requireInTime(input, edition, now);
        var response = new Response(this, input, now, recordedBy);
        responses.add(response);
        state = State.valueOf(input.answer().name());
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

    /** Who comes: the minister, or the one who represents. */
    Person speaker() {
        return response().map(Response::representative).filter(p -> p != null).orElse(addressee);
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

    State state() {
        return state;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant openedAt() {
        return openedAt;
    }

    String linkHash() {
        return linkHash;
    }

    Instant linkValidUntil() {
        return linkValidUntil;
    }
}
