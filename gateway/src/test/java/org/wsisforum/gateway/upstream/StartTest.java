package org.wsisforum.gateway.upstream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartTest {

    @Test
    void without_addresses_it_refuses_to_start_and_names_each_variable() {
        assertThatThrownBy(() -> start(Map.of("agenda", "http://a:1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("WSIS_REGISTRATION_URLS, WSIS_AWARDS_URLS")
                .hasMessageNotContaining("WSIS_AGENDA_URLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agenda:8082", "ftp://agenda", "http://agenda/agenda/v1", "http://user@agenda", "http:///x"})
    void an_address_that_is_no_base_address_is_named(String address) {
        assertThatThrownBy(() -> start(
                        Map.of("registration", "http://r", "agenda", "http://a," + address, "awards", "http://w")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("WSIS_AGENDA_URLS")
                .hasMessageContaining(address);
    }

    @Test
    void copies_are_numbered_in_the_order_given() {
        var services =
                start(Map.of("registration", "http://r", "agenda", "http://a:1,https://b", "awards", "http://w/"));

        assertThat(services).isEqualTo("registration[1] agenda[1, 2] awards[1]");
    }

    private static String start(Map<String, String> addresses) {
        var properties = new HashMap<String, String>();
        addresses.forEach((name, value) -> properties.put("wsis.gateway.upstream." + name, value));
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(UpstreamConfig.class)
                .build()
                .getConfigMapping(UpstreamConfig.class);
        return Upstreams.services(config, InstantSource.system()).stream()
                .map(service -> service.name()
                        + service.copies().stream().map(Copy::number).toList())
                .collect(Collectors.joining(" "));
    }
}
