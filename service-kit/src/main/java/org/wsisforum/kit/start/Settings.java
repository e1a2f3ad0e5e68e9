package org.wsisforum.kit.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a service is told by its environment, held against what its application.properties asks for: a variable that stands
 * there without a default ({@code ${WSIS_DB_URL}}) in a key of production must be given.
 */
final class Settings {

    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{(WSIS_[A-Z_]+)}");

    /** What stands in examples, in installation guides, and first in every list of passwords that is tried. */
    private static final Set<String> KNOWN_TO_ALL = Set.of(
            "wsis",
            "password",
            "passwort",
            "secret",
            "changeme",
            "change-me",
            "change_me",
            "admin",
            "postgres",
            "keycloak",
            "registration",
            "agenda",
            "awards",
            "partner-demo",
            "123456",
            "12345678",
            "test",
            "example");

    private final Properties asked;
    private final Map<String, String> given;

    Settings(Properties asked, Map<String, String> given) {
        this.asked = asked;
        this.given = given;
    }

    /** What keeps the service from starting, a sentence each; nothing outside production. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (!isProduction()) {
            return faults;
        }
        for (var variable : needed()) {
            var value = given.getOrDefault(variable, "");
            if (value.isBlank()) {
                faults.add(variable + " is not set.");
            } else if (isSecret(variable)
                    && (value.length() < 12 || KNOWN_TO_ALL.contains(value.toLowerCase(Locale.ROOT)))) {
                faults.add(variable + " is a default or shorter than 12 characters.");
            }
        }
        if (!given.getOrDefault("WSIS_FORUM_CLOCK_FILE", "").isBlank()) {
            faults.add("WSIS_FORUM_CLOCK_FILE is set: the Forum clock cannot be moved in production. Unset"
                    + " WSIS_FORUM_CLOCK_FILE.");
        }
        return faults;
    }

    /** Whether no other profile was chosen: those of development have other sources for their settings. */
    private boolean isProduction() {
        var profiles = System.getProperty("quarkus.profile", given.getOrDefault("QUARKUS_PROFILE", "prod"));
        return List.of(profiles.split(",")).contains("prod");
    }

    private Set<String> needed() {
        var needed = new TreeSet<String>();
        for (var key : asked.stringPropertyNames()) {
            if (isOfProduction(key)) {
                WITHOUT_DEFAULT.matcher(asked.getProperty(key)).results().forEach(r -> needed.add(r.group(1)));
            }
        }
        return needed;
    }

    private static boolean isOfProduction(String key) {
        return !key.startsWith("%")
                || List.of(key.substring(1, key.indexOf('.')).split(",")).contains("prod");
    }

    private static boolean isSecret(String variable) {
        return variable.endsWith("_PASSWORD") || variable.endsWith("_SECRET");
    }
}
