package org.wsisforum.registration.invitation;

import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a mail. */
@Schema(
        name = "InvitationMailState",
        description = "What has become of a mail.",
        enumeration = {"queued", "sending", "sent", "failed", "doubtful", "bounced", "cancelled"})
enum MailState {
    /** It waits to be sent, for the first time or again. */
    QUEUED,
    /** A copy of the service is sending it. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** The mail server has refused it, for good or too often. */
    FAILED,
    /** Nobody knows whether the mail server has taken it. */
    DOUBTFUL,
    /** The mail server has taken it, and it came back. */
    BOUNCED,
    /** Before it was sent there was no more reason to. */
    CANCELLED;

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static MailState fromString(String json) {
        return Stream.of(values())
                .filter(state -> state.json().equals(json))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a mail: " + json));
    }
}
