package org.wsisforum.agenda.consultation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Reference;
import org.wsisforum.kit.reference.Region;
import org.wsisforum.kit.reference.StakeholderType;
import org.wsisforum.kit.text.OneLine;

/**
 * For whom somebody speaks in the consultation.
 *
 * @param entity its name
 * @param stakeholderType the code of what kind of stakeholder it is
 * @param country where it has its headquarters
 * @param scope how far it reaches from there
 * @param region the code of an ITU region, or {@link #INTERNATIONAL}; null where it follows from the country and the scope
 */
@Schema(name = "ConsultationStakeholder", description = "For whom somebody speaks in the consultation.")
public record Stakeholder(
        @NotBlank @OneLine @Size(max = 200) @Schema(description = "Its name.", examples = "Digital Villages Network")
        String entity,

        @NotNull @Schema(description = "The code of a stakeholder type.", examples = "civil-society")
        String stakeholderType,

        @NotNull
        @Schema(description = "Where it has its headquarters, ISO 3166-1 in any usual spelling.", examples = "KE")
        String country,

        @NotNull Scope scope,

        @Schema(
                description =
                        "The region under which it is counted: the code of an ITU region, or `international`. Without it the"
                                + " region of the country, or `international` for a body of that scope: many have their"
                                + " headquarters in Western Europe, which would be counted for more than it says.",
                examples = "AFR")
        String region) {

    /** The region of bodies that are of none. */
    static final String INTERNATIONAL = "international";

    /** How far an entity reaches. */
    @Schema(
            name = "ConsultationScope",
            description = "How far an entity reaches.",
            enumeration = {"national", "regional", "international"})
    public enum Scope {
        NATIONAL,
        REGIONAL,
        INTERNATIONAL;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Scope of(String json) {
            return valueOf(json.toUpperCase(Locale.ROOT));
        }
    }

    /** Names of what there is not. */
    List<FieldError> faults(String pointer) {
        var faults = new ArrayList<FieldError>();
        if (StakeholderType.of(stakeholderType).isEmpty()) {
            faults.add(FieldError.at(
                    pointer + "/stakeholderType",
                    "unknown",
                    "There is no stakeholder type \"" + stakeholderType + "\"."));
        }
        if (Country.of(country).isEmpty()) {
            faults.add(FieldError.at(pointer + "/country", "unknown", "There is no country \"" + country + "\"."));
        }
        if (region != null && !region.equals(INTERNATIONAL) && Region.of(region).isEmpty()) {
            faults.add(FieldError.at(
                    pointer + "/region",
                    "unknown",
                    "There is no region \"" + region + "\" of ITU; or say international."));
        }
        return faults;
    }

    /** The same in the one spelling in which codes are stored; only for one without faults. */
    Stakeholder normalised() {
        var home = Country.of(country).orElseThrow();
        return new Stakeholder(
                Normalizer.normalize(entity, Normalizer.Form.NFC).strip(),
                StakeholderType.of(stakeholderType).orElseThrow().code(),
                home.code(),
                scope,
                region == null ? null : Region.of(region).map(Region::code).orElse(INTERNATIONAL));
    }

    /** The region under which it is counted, which follows from the rest where none is named; only for one without faults. */
    String countedUnder() {
        if (region != null) {
            return region;
        }
        return scope == Scope.INTERNATIONAL
                ? INTERNATIONAL
                : Country.of(country).orElseThrow().region();
    }

    /** As it is shown: it names the region under which it is counted. */
    Stakeholder counted() {
        return new Stakeholder(entity, stakeholderType, country, scope, countedUnder());
    }

    /** The groups of figures by kind of stakeholder, and the kinds in each. */
    static Map<String, List<String>> groups() {
        return Reference.stakeholderTypes().items().stream()
                .collect(Collectors.groupingBy(
                        StakeholderType::statisticsGroup,
                        LinkedHashMap::new,
                        Collectors.mapping(StakeholderType::code, Collectors.toList())));
    }

    /** The groups of figures by region. */
    static List<String> regions() {
        return Stream.concat(Reference.regions().items().stream().map(Region::code), Stream.of(INTERNATIONAL))
                .toList();
    }
}
