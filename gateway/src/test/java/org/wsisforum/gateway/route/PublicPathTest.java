package org.wsisforum.gateway.route;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/agenda/v1/editions/2021/sessions",
                "/agenda/v1/editions/2021/calendar.ics",
                "/agenda/v1/a..b/...",
                "/agenda/v1/%D0%9F%D1%80%D0%B8",
                "/agenda/v1/a%20b/c:d@e;f=g,h",
                "/agenda/v1/sessions/"
            })
    void a_plain_path_passes(String path) {
        assertThat(PublicPath.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a", "%d0%9f", "a%20"})
    void a_long_path_is_looked_at_as_well(String part) {
        assertThat(PublicPath.isPlain("/x" + part.repeat(8_000 / part.length())))
                .isTrue();
        assertThat(PublicPath.isPlain("/x" + part.repeat(8_000 / part.length()) + "%00"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agenda/v1/..",
                "/agenda/v1/.",
                "/agenda/v1/../x",
                "/agenda/v1/.%2E/x",
                "/agenda/v1/..;a=b/x",
                "/agenda/v1/%2fx",
                "/agenda/v1/%5Cx",
                "/agenda/v1/%25x",
                "/agenda/v1/%0d%0ax",
                "/agenda/v1/%7F",
                "/agenda//v1",
                "//agenda/v1/x",
                "agenda",
                "",
                "/a b",
                "/a\\b",
                "/a|b",
                "/%",
                "/%4",
                "/%gg"
            })
    void anything_else_does_not(String path) {
        assertThat(PublicPath.isPlain(path)).isFalse();
    }
}
