package org.wsisforum.registration.protocol;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;
import org.wsisforum.registration.edition.ProtocolRules;
import org.wsisforum.registration.edition.ProtocolRules.VipRule;

/**
 * In which class somebody is received, and why. Never stored: it depends on who else takes part for the same country, and is another
 * as soon as they do not.
 *
 * @param vipClass the class; null for none
 * @param because why
 * @param source where that is written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VipStatus", description = "In which class of honour somebody is received, and why.")
public record VipStatus(
        @JsonProperty("class") @Schema(description = "The class; absent for none.", examples = "MIN")
        String vipClass,

        @Schema(description = "Why.") Text because,

        @Schema(description = "Where that is written.", examples = "WTDC-25 and RA-23, protocol services")
        String source) {

    /**
     * The class that the rules of an edition give.
     *
     * @param present the ranks of those who take part for the same country
     * @return empty where the edition has no rule for such a person
     */
    public static Optional<VipStatus> of(ProtocolRules rules, Dignitary person, Set<String> present) {
        return rules.vip().stream()
                .filter(rule -> fits(rule, person, present))
                .findFirst()
                .map(rule -> new VipStatus(rule.vipClass(), rule.because(), rule.source()));
    }

    private static boolean fits(VipRule rule, Dignitary person, Set<String> present) {
        return isAmong(rule.ranks(), person.rank())
                && isAmong(rule.roles(), person.role())
                && isAmong(rule.kinds(), person.kind())
                && isAmong(rule.countries(), person.country())
                && (rule.ifPresent() == null || rule.ifPresent().stream().anyMatch(present::contains))
                && (rule.ifAbsent() == null || rule.ifAbsent().stream().noneMatch(present::contains));
    }

    /** A rule that asks for one of none is for nobody, such as that of the countries of a list which is not known yet. */
    private static boolean isAmong(Set<String> asked, String given) {
        return asked == null || (given != null && asked.contains(given));
    }
}
