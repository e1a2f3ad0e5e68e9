package org.wsisforum.gateway.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.gateway.deprecation.Deprecations;
import org.wsisforum.gateway.page.Page;
import org.wsisforum.gateway.page.Pages;

/** The page at {@code /} and the few files it needs, all held in memory. */
@Singleton
class Portal {

    private static final List<String> EXAMPLES =
            List.of("website.mjs", "Programme.kt", "Programme.swift", "dashboard.sh");

    private final Pages pages;
    private final Deprecations deprecations;
    private final String publicUrl;
    private final Optional<String> issuer;
    private final boolean sampleAccounts;

    @Inject
    Portal(
            Pages pages,
            Deprecations deprecations,
            @ConfigProperty(name = "wsis.public-url") String publicUrl,
            @ConfigProperty(name = "wsis.gateway.portal.issuer") Optional<String> issuer,
            @ConfigProperty(name = "wsis.gateway.portal.sample-accounts") boolean sampleAccounts) {
        this.pages = pages;
        this.deprecations = deprecations;
        this.publicUrl = address(publicUrl.replaceAll("/+$", ""));
        this.issuer = issuer.map(Portal::address);
        this.sampleAccounts = sampleAccounts;
    }

    /** Goes into pages and into programs as it is. */
    private static String address(String configured) {
        if (!configured.matches("https?://[\\w.:/%~-]+")) {
            throw new IllegalArgumentException(configured + " is no address of a web page.");
        }
        return configured;
    }

    void mount(@Observes Router router) {
        serve(router, "/", Page.html(welcome(), Page.REVALIDATED));
        serve(router, "/portal.css", file("portal.css", "text/css;charset=utf-8"));
        serve(router, "/portal.js", file("portal.js", "text/javascript;charset=utf-8"));
        serve(router, "/favicon.svg", file("favicon.svg", "image/svg+xml"));
        var guides = text("guides.html");
        for (var example : EXAMPLES) {
            var program = filled(text("examples/" + example));
            serve(
                    router,
                    "/examples/" + example,
                    Page.of("text/plain;charset=utf-8", program.getBytes(StandardCharsets.UTF_8), Page.REVALIDATED));
            guides = guides.replace("{" + example + "}", example(example, program));
        }
        serve(router, "/guides", Page.html(framed("Guides", guides), Page.REVALIDATED));
        serve(router, "/changelog", Page.html(framed("Changelog", changelog()), Page.REVALIDATED));
    }

    private static String example(String name, String program) {
        return """
                <pre tabindex="0" role="region" aria-label="%1$s"><code>%2$s</code></pre>
                <p class="hint"><a href="/examples/%1$s">%1$s</a></p>""".formatted(name, Html.escape(program));
    }

    private String changelog() {
        var gone = deprecations.all().stream()
                .map(deprecation -> "<li><code>%s</code> since %s%s</li>"
                        .formatted(
                                Html.escape(deprecation.path()),
                                deprecation.since(),
                                deprecation
                                        .sunset()
                                        .map(day -> ", until " + day)
                                        .orElse("")))
                .collect(Collectors.joining("\n"));
        return text("changelog.html")
                .replace("{deprecated}", gone.isEmpty() ? "<p>Nothing.</p>" : "<ul>\n" + gone + "\n</ul>");
    }

    private void serve(Router router, String path, Page page) {
        var always = Future.succeededFuture(page);
        pages.mount(router, path, context -> always);
    }

    private String welcome() {
        var token = text(sampleAccounts ? "token-local.html" : "token.html");
        return filled(text("index.html").replace("{token}", token));
    }

    /** With the addresses of this system; they come from its configuration and hold no markup, or it would not start. */
    private String filled(String text) {
        return text.replace("{public-url}", publicUrl)
                .replace("{issuer}", issuer.orElse("https://sign-in.example/realms/wsis"));
    }

    private static Page file(String name, String contentType) {
        return Page.of(contentType, text(name).getBytes(StandardCharsets.UTF_8), Page.REVALIDATED);
    }

    /** A page of the portal around this content, which is HTML already. */
    static String framed(String title, String content) {
        return text("page.html").replace("{title}", Html.escape(title)).replace("{content}", content);
    }

    static String text(String name) {
        try (var file = Portal.class.getResourceAsStream("/portal/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
