package org.wsisforum.gateway.deprecation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;

/** Says of each address that is going away that it is. */
@Singleton
public class Deprecations {

    /** Before whatever answers, and after the bounds. */
    private static final int EARLY = -900;

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/{}]*}");

    private final List<Deprecation> all;

    /**
     * Some addresses that are going away.
     *
     * @param path as the OpenAPI document writes it
     * @param since the day since which it is known
     * @param sunset the day on which they end, if it is decided
     * @param instead where it is said what takes their place
     */
    public record Deprecation(
            String path, LocalDate since, Optional<LocalDate> sunset, Optional<String> instead, Pattern pattern) {

        private static Deprecation of(DeprecationConfig.Entry entry) {
            var fixed = VARIABLE.split(entry.path(), -1);
            var pattern = new StringBuilder(Pattern.quote(fixed[0]));
            for (var i = 1; i < fixed.length; i++) {
                pattern.append("[^/]+").append(Pattern.quote(fixed[i]));
            }
            return new Deprecation(
                    entry.path(), entry.since(), entry.sunset(), entry.instead(), Pattern.compile(pattern.toString()));
        }

        private void tell(HttpServerResponse response) {
            response.putHeader(
                    "Deprecation", "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
            sunset.ifPresent(day -> response.putHeader(
                    "Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(day.atStartOfDay(ZoneOffset.UTC))));
            instead.ifPresent(page -> response.headers().add("Link", "<" + page + ">; rel=\"deprecation\""));
        }
    }

    @Inject
    Deprecations(DeprecationConfig config) {
        all = config.all().values().stream()
                .map(Deprecation::of)
                .sorted(Comparator.comparing(Deprecation::path))
                .toList();
    }

    /** What is going away, by path. */
    public List<Deprecation> all() {
        return all;
    }

    void mount(@Observes Router router) {
        router.route().order(EARLY).handler(context -> {
            for (var deprecation : all) {
                if (deprecation.pattern().matcher(context.request().path()).matches()) {
                    deprecation.tell(context.response());
                }
            }
            context.next();
        });
    }
}
