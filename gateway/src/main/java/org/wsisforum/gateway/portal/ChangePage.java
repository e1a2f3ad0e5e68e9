package org.wsisforum.gateway.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.gateway.page.Page;
import org.wsisforum.gateway.page.Pages;
import org.wsisforum.gateway.upstream.Fetch;
import org.wsisforum.gateway.upstream.Upstreams;

/** {@code GET /changes}: how to keep a copy in step, and every kind of change that the services announce. */
@Singleton
class ChangePage {

    private final Pages pages;
    private final ServiceLists lists;
    private final String guide;

    @Inject
    ChangePage(
            Upstreams upstreams,
            Fetch fetch,
            Pages pages,
            @ConfigProperty(name = "wsis.public-url") String publicUrl,
            @ConfigProperty(name = "wsis.gateway.kept.changes") Duration kept) {
        this.pages = pages;
        this.guide = Portal.text("changes.html").replace("{public-url}", Html.escape(publicUrl.replaceAll("/+$", "")));
        this.lists = new ServiceLists(upstreams, fetch, "change-types", kept);
    }

    void mount(@Observes Router router) {
        pages.mount(router, "/changes", context -> lists.ask().map(told -> Page.html(page(told), Page.FRESH)));
    }

    private String page(ServiceLists.Told told) {
        var catalogue =
                told.byService().entrySet().stream().map(ChangePage::ofService).collect(Collectors.joining());
        return Portal.framed(
                "Changes",
                guide.replace("{note}", ServiceLists.note(told.missing())).replace("{catalogue}", catalogue));
    }

    private static String ofService(Map.Entry<String, JsonNode> told) {
        var types = new StringBuilder("<h2>" + Html.escape(told.getKey()) + "</h2>\n");
        told.getValue()
                .forEach(type -> types.append("""
                <section id="%1$s">
                <h3><a href="#%1$s"><code>%1$s</code></a></h3>
                <p>%2$s</p>
                <dl>
                <dt>Happens to</dt><dd><code>%3$s</code></dd>
                <dt>May name</dt><dd>%4$s</dd>
                <dt>Read by</dt><dd>%5$s</dd>
                </dl>
                <pre tabindex="0"><code>%6$s</code></pre>
                </section>
                """.formatted(
                                Html.escape(type.path("type").asText()),
                                Html.escape(type.path("meaning").asText()),
                                Html.escape(type.path("subject").asText()),
                                Html.escape(listed(type.path("fields"))),
                                Html.escape(listed(type.path("audiences"))),
                                Html.escape(type.path("example").toPrettyString()))));
        return types.toString();
    }

    private static String listed(JsonNode words) {
        var all = new ArrayList<String>();
        words.forEach(word -> all.add(word.asText()));
        return all.isEmpty() ? "–" : String.join(", ", all);
    }
}
