package org.wsisforum.agenda.export;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.release.Difference;
import org.wsisforum.agenda.release.ReleaseView;

/** Writes the releases of an edition as a feed of RFC 4287: what is said of each, and what it changed. */
@ApplicationScoped
class ReleaseFeed {

    /** How many things an entry names of one kind; of a release that changes everything nobody wants the list. */
    private static final int NAMED = 20;

    @Inject
    Addresses addresses;

    /**
     * Writes the feed.
     *
     * @param releases the newest first; at least one
     * @param titles of sessions, by subject
     */
    void write(
            Edition edition, List<ReleaseView> releases, Map<String, String> titles, Wording wording, OutputStream out)
            throws IOException {
        var feedId = "tag:agenda.wsisforum.org,2021:" + edition.code() + ":releases";
        Markup.document(
                out,
                document -> document.element("feed", feed -> {
                    feed.namespace("http://www.w3.org/2005/Atom");
                    feed.attribute("xml:lang", wording.language().tag());
                    feed.element("id", feedId);
                    feed.element("title", wording.of(edition.title()));
                    feed.element("updated", releases.getFirst().releasedAt());
                    feed.element("author", author -> author.element("name", "WSIS Forum"));
                    link(feed, "self", addresses.below(edition, "releases.atom"), Form.FEED);
                    for (var release : releases) {
                        feed.element("entry", entry -> {
                            var page = addresses.below(edition, "releases/" + release.number());
                            entry.element(
                                    "id",
                                    "tag:agenda.wsisforum.org,2021:" + edition.code() + ":release:" + release.number());
                            entry.element("title", wording.of(edition.title()) + " – " + release.number());
                            entry.element("updated", release.releasedAt());
                            entry.element("published", release.releasedAt());
                            link(entry, "alternate", page, null);
                            if (release.note() != null) {
                                entry.element("summary", wording.of(release.note()));
                            }
                            entry.element("content", content -> {
                                content.attribute("type", "text");
                                // What a change is called is English, whatever the titles are in.
                                content.attribute("xml:lang", "en");
                                content.text(inWords(release.differences(), titles));
                            });
                        });
                    }
                }));
    }

    private static void link(Markup xml, String rel, URI address, Form form) throws XMLStreamException {
        xml.element("link", link -> {
            link.attribute("rel", rel);
            link.attribute("href", address);
            link.attribute("type", form == null ? "application/json" : "application/atom+xml");
        });
    }

    /** One line a kind of change: "2 sessions moved: Opening (startsAt, endsAt); Closing (room)". */
    private static String inWords(List<Difference> differences, Map<String, String> titles) {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::what, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(kind -> line(kind.getKey(), kind.getValue(), titles))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String what, List<Difference> all, Map<String, String> titles) {
        var thing = what.substring(0, what.indexOf('.'));
        var count = all.size() == 1 ? "1 " + thing : all.size() + " " + plural(thing);
        var named = all.stream()
                .filter(difference -> titles.containsKey(difference.subject()))
                .limit(NAMED)
                .map(difference -> titles.get(difference.subject()) + fields(difference.fields()))
                .toList();
        var verb = what.substring(what.indexOf('.') + 1).replace('-', ' ').toLowerCase(Locale.ROOT);
        if (named.isEmpty()) {
            return count + " " + verb;
        }
        var more = all.size() - named.size();
        return count + " " + verb + ": " + String.join("; ", named) + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String plural(String thing) {
        return thing.equals("person") ? "people" : thing + "s";
    }

    private static String fields(List<String> fields) {
        return fields.isEmpty() ? "" : " (" + String.join(", ", fields) + ")";
    }
}
