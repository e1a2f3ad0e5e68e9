package org.wsisforum.agenda.acceptance;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.wsisforum.agenda.statement.StatementSpeaker;

/**
 * What registration-service knows of an invited office. More than the agenda needs may stand in it, now or later.
 *
 * @param invitation the invitation
 * @param country ISO 3166-1 alpha-2
 * @param state how far the invitation has come
 * @param wishesToSpeak whether a policy statement is wished for
 * @param speaker who would give it; null before there is an answer
 * @param rank the rank of who would give it; null where nobody said
 * @param linkHash hash of the key in the letter's link; null if there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record OfficeAnswer(
        @NotNull UUID invitation,
        @NotNull String country,

        @NotNull
        @Pattern(
                regexp = "drafted|cleared|sent|opened|accepted|represented|declined|tentative|withdrawn|expired",
                message = "No state that the agenda knows.")
        String state,

        boolean wishesToSpeak,
        @Valid StatementSpeaker speaker,
        @Size(max = 40) String rank,
        @Pattern(regexp = "[0-9a-f]{64}") String linkHash) {

    /** Whether somebody speaks for this invitation: the minister, or whoever represents the minister. */
    boolean opensAStatement() {
        return wishesToSpeak && (state.equals("accepted") || isRepresented());
    }

    /** Whether somebody comes in the place of the minister. */
    boolean isRepresented() {
        return state.equals("represented");
    }
}
