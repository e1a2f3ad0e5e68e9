package org.wsisforum.registration.delegation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In what capacity a delegation comes. */
@Schema(
        description = "In what capacity a delegation comes.",
        enumeration = {
            "member-state",
            "resolution-99",
            "sector-member",
            "un-body",
            "igo",
            "ngo",
            "private-sector",
            "academia",
            "technical-community"
        })
public enum DelegationKind {
    /** An administration of ITU. */
    MEMBER_STATE,
    /** The State of Palestine, under Resolution 99 of the ITU Plenipotentiary Conference. */
    RESOLUTION_99,
    SECTOR_MEMBER,
    UN_BODY,
    IGO,
    NGO,
    PRIVATE_SECTOR,
    ACADEMIA,
    TECHNICAL_COMMUNITY;

    /** Whether it stands for a country: each country has one such delegation at most, which is called as the country is. */
    public boolean isOfAState() {
        return this == MEMBER_STATE || this == RESOLUTION_99;
    }

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in an address. */
    public static DelegationKind fromString(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
