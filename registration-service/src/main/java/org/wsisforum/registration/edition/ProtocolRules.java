package org.wsisforum.registration.edition;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * Who is received in which class of honour. Each event has rules of its own, so they are data.
 *
 * @param classesFixedOn the day from which on somebody who leaves still counts as present: nobody is promoted in a minister's
 *     place once the event is under way; null to go by who is registered throughout
 * @param vip the rules, of which the first that fits decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProtocolRules", description = "Who is received in which class of honour.")
public record ProtocolRules(
        @Schema(
                description =
                        "The day from which on somebody who leaves still counts as present, so that nobody is promoted in"
                                + " their place; absent where that does not matter.",
                examples = "2021-03-22")
        LocalDate classesFixedOn,

        @NotNull @Schema(description = "The rules, of which the first that fits decides.")
        List<@NotNull @Valid VipRule> vip) {

    /** What holds for an edition that was stored before it had such rules: nobody has a class. */
    static final ProtocolRules NONE = new ProtocolRules(null, List.of());

    /**
     * One rule. What it does not name, it does not ask for.
     *
     * @param vipClass the class it gives; null for a rule that gives none, which tells why
     * @param ranks only for those of one of these ranks
     * @param roles only for those who have one of these roles in their delegation
     * @param kinds only for delegations of one of these kinds
     * @param countries only for those from one of these countries, ISO 3166-1 alpha-2
     * @param ifPresent only while somebody of one of these ranks takes part for the same country
     * @param ifAbsent only while nobody of any of these ranks takes part for the same country
     * @param because why, as it is told to whoever asks
     * @param source where that is written
     * @param confirmed whether the Forum has confirmed the rule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VipRule", description = "One rule of protocol. What it does not name, it does not ask for.")
    public record VipRule(
            @JsonProperty("class")
            @Pattern(regexp = "[A-Z]{2,8}")
            @Schema(description = "The class that it gives; absent for a rule that gives none.", examples = "MIN")
            String vipClass,

            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(description = "Only for those of one of these ranks.", examples = "[\"vice-minister\"]")
            Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> ranks,

            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(
                    description = "Only for those who have one of these roles in their delegation.",
                    examples = "[\"head\"]")
            Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> roles,

            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(description = "Only for delegations of one of these kinds.", examples = "[\"un-body\"]")
            Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> kinds,

            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(
                    description = "Only for those from one of these countries, ISO 3166-1 alpha-2.",
                    examples = "[\"LI\"]")
            Set<@NotNull @Pattern(regexp = "[A-Z]{2}") String> countries,

            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(
                    description = "Only while somebody of one of these ranks takes part for the same country.",
                    examples = "[\"minister\"]")
            Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> ifPresent,

            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(
                    description = "Only while nobody of any of these ranks takes part for the same country.",
                    examples = "[\"minister\"]")
            Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> ifAbsent,

            @NotNull @Valid @Schema(description = "Why, as it is told to whoever asks.")
            Text because,

            @NotBlank @Schema(description = "Where that is written.", examples = "WTDC-25 and RA-23, protocol services")
            String source,

            @Schema(description = "Whether the Forum has confirmed the rule.", examples = "false")
            boolean confirmed) {}
}
