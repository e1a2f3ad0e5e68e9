package org.wsisforum.registration.invitation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.registration.edition.EditionRules.Channel;

/** By what way an invitation came a step further. */
@Schema(
        name = "InvitationWay",
        description = "By what way a step was taken.",
        enumeration = {"web", "correspondence", "phone", "mail"})
enum Way {
    /** Through the link of the letter. */
    WEB,
    /** By letter, note verbale or whatever else the secretariat sends and receives by hand. */
    CORRESPONDENCE,
    PHONE,
    /** By a mailing of the platform. */
    MAIL;

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(Channel channel) {
        return valueOf(channel.name());
    }
}
