package org.wsisforum.gateway.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.gateway.page.Page;
import org.wsisforum.gateway.page.Pages;

/** The page at {@code /} and the few files it needs, all held in memory. */
@ApplicationScoped
class Portal {

    private final Pages pages;
    private final String publicUrl;
    private final Optional<String> issuer;
    private final boolean sampleAccounts;

    @Inject
    Portal(
            Pages pages,
            @ConfigProperty(name = "wsis.public-url") String publicUrl,
            @ConfigProperty(name = "wsis.gateway.portal.issuer") Optional<String> issuer,
            @ConfigProperty(name = "wsis.gateway.portal.sample-accounts") boolean sampleAccounts) {
        this.pages = pages;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.issuer = issuer;
        this.sampleAccounts = sampleAccounts;
    }

    void mount(@Observes Router router) {
        serve(router, "/", Page.html(welcome(), Page.REVALIDATED));
        serve(router, "/portal.css", file("portal.css", "text/css;charset=utf-8"));
        serve(router, "/portal.js", file("portal.js", "text/javascript;charset=utf-8"));
        serve(router, "/favicon.svg", file("favicon.svg", "image/svg+xml"));
    }

    private void serve(Router router, String path, Page page) {
        var always = Future.succeededFuture(page);
        pages.mount(router, path, context -> always);
    }

    private String welcome() {
        var token = text(sampleAccounts ? "token-local.html" : "token.html");
        return text("index.html")
                .replace("{token}", token)
                .replace("{public-url}", Html.escape(publicUrl))
                .replace("{issuer}", Html.escape(issuer.orElse("https://sign-in.example/realms/wsis")));
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
