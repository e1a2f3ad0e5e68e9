package org.wsisforum.gateway.deprecation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** Which addresses are going away. */
@ConfigMapping(prefix = "wsis.gateway.deprecations")
interface DeprecationConfig {

    /** By any name, which nobody sees. */
    @WithParentName
    Map<String, Entry> all();

    /** Some addresses that are going away. */
    interface Entry {

        /** The path as the OpenAPI document writes it, with parts in braces: {@code /agenda/v1/editions/{edition}/slots}. */
        String path();

        /** The day since which it is known. */
        LocalDate since();

        /** The day on which they end; not before it is decided. */
        Optional<LocalDate> sunset();

        /** Where it is said what takes their place. */
        Optional<String> instead();
    }
}
