package org.wsisforum.awards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Language;

/**
 * Made-up projects and experts, always the same, of the size of 2021 (about 1,300 projects) and in the proportions that are
 * known of 2016: of 311 nominees 179 were of governments, 41 of business, 31 of civil society, 14 of international
 * organizations, 46 of academia and others; and 27 African, 86 Arab, 73 Asian and Pacific, 53 American, 31 of the CIS and 36
 * European.
 */
final class SeededContest {

    private static final Map<String, Integer> STAKEHOLDERS = inOrder(
            "government",
            179,
            "private-sector",
            41,
            "civil-society",
            31,
            "international-organization",
            14,
            "academia",
            46);
    private static final Map<String, Integer> REGIONS =
            inOrder("AFR", 27, "ARB", 86, "ASP", 73, "AMS", 53, "CIS", 31, "EUR", 36);
    private static final List<String> WORDS = List.of(
            "village",
            "school",
            "health",
            "data",
            "women",
            "farmers",
            "network",
            "open",
            "learning",
            "services",
            "young",
            "people",
            "mobile",
            "access",
            "digital",
            "local",
            "water",
            "energy",
            "market",
            "safe",
            "library",
            "teachers",
            "remote",
            "islands",
            "weather",
            "harvest",
            "clinic",
            "language",
            "culture",
            "citizens",
            "taxes",
            "permits");

    private final Random random = new Random(2021);
    private final Map<String, List<Country>> countries = new LinkedHashMap<>();

    SeededContest() {
        for (var country : Country.inOrderOf(Language.EN)) {
            if (country.category() == Country.Category.MEMBER_STATE) {
                countries
                        .computeIfAbsent(country.region(), region -> new ArrayList<>())
                        .add(country);
            }
        }
    }

    private static Map<String, Integer> inOrder(Object... parts) {
        var all = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < parts.length; i += 2) {
            all.put((String) parts[i], (Integer) parts[i + 1]);
        }
        return Collections.unmodifiableMap(all);
    }

    /** The form of a project that lacks nothing; the categories take turns. */
    String project(int number) {
        return """
                {"category": %d, "title": "%s %d", "description": "%s",
                 "linkages": [{"goal": %d, "how": "%s"}],
                 "objectives": "%s", "impact": "%s", "results": "%s", "addedValue": "%s", "partnerships": "%s",
                 "challenges": "%s", "startsOn": "2018-%02d-01", "stakeholderType": "%s", "entity": "Entity %d",
                 "country": "%s", "contact": {"name": "Person %d", "email": "person%d@partner.example"}}""".formatted(
                        number % 18 + 1,
                        words(4),
                        number,
                        words(150 + random.nextInt(51)),
                        random.nextInt(17) + 1,
                        words(12),
                        words(20),
                        words(20),
                        words(20),
                        words(20),
                        words(20),
                        words(20),
                        random.nextInt(12) + 1,
                        drawn(STAKEHOLDERS),
                        number,
                        country(),
                        number,
                        number);
    }

    /** An expert who judges three categories. */
    String expert(int number) {
        return "{\"categories\": [%d, %d, %d], \"country\": \"%s\", \"entity\": \"University %d\"}"
                .formatted(number % 18 + 1, (number + 6) % 18 + 1, (number + 12) % 18 + 1, country(), number);
    }

    /** Scores for all criteria of the edition 2021. */
    String scores() {
        return "{\"scores\": {\"compliance\": %d, \"relevance\": %d, \"results-and-impact\": %d, \"community-empowerment\": %d,"
                        .formatted(score(), score(), score(), score())
                + " \"sdgs\": %d, \"replicability\": %d, \"sustainability\": %d, \"partnerships\": %d, \"wsis-values\": %d}}"
                        .formatted(score(), score(), score(), score(), score());
    }

    /** Whether something happens that happens in so many of a hundred cases. */
    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private int score() {
        return random.nextInt(6);
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private String country() {
        var region = countries.get(drawn(REGIONS));
        return region.get(random.nextInt(region.size())).code();
    }

    private String drawn(Map<String, Integer> proportions) {
        var dice = random.nextInt(
                proportions.values().stream().mapToInt(Integer::intValue).sum());
        for (var part : proportions.entrySet()) {
            dice -= part.getValue();
            if (dice < 0) {
                return part.getKey();
            }
        }
        throw new IllegalStateException("The dice has more sides than there are parts.");
    }
}
