package org.wsisforum.awards.stocktaking;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.reference.Country;

/** How many entries there are of each kind. */
@Schema(
        name = "StocktakingFacets",
        description = "How many entries meet the filter, and how many of them are of each kind.")
record Facets(
        @Schema(description = "How many there are.", examples = "1300")
        long entries,

        @Schema(description = "By country.", examples = "{\"KI\": 12}")
        Map<String, Long> country,

        @Schema(description = "By ITU region.", examples = "{\"ASP\": 310}")
        Map<String, Long> region,

        @Schema(description = "By Action Line.", examples = "{\"C7-e-health\": 77}")
        Map<String, Long> actionLine,

        @Schema(description = "By goal; an entry that serves several counts for each.", examples = "{\"3\": 81}")
        Map<Integer, Long> goal,

        @Schema(description = "By kind of stakeholder.", examples = "{\"government\": 402}")
        Map<String, Long> stakeholderType) {

    Facets() {
        this(0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** The same with so many more entries that are alike. */
    Facets and(Alike alike) {
        country.merge(alike.country(), alike.count(), Long::sum);
        Country.of(alike.country()).ifPresent(known -> region.merge(known.region(), alike.count(), Long::sum));
        actionLine.merge(alike.actionLine(), alike.count(), Long::sum);
        stakeholderType.merge(alike.stakeholderType(), alike.count(), Long::sum);
        for (var number : alike.goals()) {
            goal.merge(number, alike.count(), Long::sum);
        }
        return new Facets(entries + alike.count(), country, region, actionLine, goal, stakeholderType);
    }

    /** How many entries have all of this in common. */
    record Alike(String country, String actionLine, String stakeholderType, Integer[] goals, long count) {}
}
