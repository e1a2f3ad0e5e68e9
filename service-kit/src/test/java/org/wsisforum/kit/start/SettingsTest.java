package org.wsisforum.kit.start;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsTest {

    private static final Properties ASKED = new Properties();

    static {
        ASKED.setProperty("%prod,local.quarkus.datasource.password", "${WSIS_DB_PASSWORD}");
        ASKED.setProperty("%prod.quarkus.datasource.jdbc.url", "${WSIS_DB_URL}");
        ASKED.setProperty("quarkus.http.port", "${WSIS_PORT:8081}");
        ASKED.setProperty("%dev.some.key", "${WSIS_ONLY_IN_DEV}");
        ASKED.setProperty("issuer", "${WSIS_OIDC_ISSUER:${WSIS_OIDC_URL}}");
    }

    private final Map<String, String> given = new HashMap<>(Map.of(
            "WSIS_DB_PASSWORD",
            "c0ffee-and-4-more",
            "WSIS_DB_URL",
            "jdbc:postgresql://db/wsis",
            "WSIS_OIDC_URL",
            "http://id"));

    @Test
    void what_is_given_in_full_has_no_fault() {
        assertThat(new Settings(ASKED, given).faults()).isEmpty();
    }

    @Test
    void each_variable_without_default_that_is_missing_or_empty_is_named() {
        given.remove("WSIS_DB_URL");
        given.put("WSIS_DB_PASSWORD", " ");
        assertThat(new Settings(ASKED, given).faults())
                .containsExactly("WSIS_DB_PASSWORD is not set.", "WSIS_DB_URL is not set.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wsis", "Password", "postgres", "elevenchars", "changeme"})
    void a_secret_that_anybody_would_try_is_refused(String password) {
        given.put("WSIS_DB_PASSWORD", password);
        assertThat(new Settings(ASKED, given).faults())
                .containsExactly("WSIS_DB_PASSWORD is a default or shorter than 12 characters.");
    }

    @Test
    void the_clock_of_production_is_not_moved() {
        given.put("WSIS_FORUM_CLOCK_FILE", "clock");
        assertThat(new Settings(ASKED, given).faults())
                .singleElement()
                .asString()
                .contains("WSIS_FORUM_CLOCK_FILE");
    }

    @Test
    void on_the_local_stack_the_launcher_answers_for_its_settings() {
        given.clear();
        given.put("QUARKUS_PROFILE", "local");
        assertThat(new Settings(ASKED, given).faults()).isEmpty();
    }
}
