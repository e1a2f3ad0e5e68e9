package org.wsisforum.registration.invitation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an office can say to an invitation. */
public enum Answer {
    /** The minister comes. */
    ACCEPTED(InvitationChange.ACCEPTED),
    /** Nobody comes. */
    DECLINED(InvitationChange.DECLINED),
    /** Somebody else comes for the minister. */
    REPRESENTED(InvitationChange.REPRESENTED),
    /** It cannot be said yet. */
    TENTATIVE(InvitationChange.TENTATIVE);

    private final InvitationChange change;

    Answer(InvitationChange change) {
        this.change = change;
    }

    InvitationChange change() {
        return change;
    }

    /** Whether somebody comes, and can speak. */
    boolean isFirm() {
        return this == ACCEPTED || this == REPRESENTED;
    }

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Answer of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
