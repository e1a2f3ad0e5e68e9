package org.wsisforum.agenda.export;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

import org.wsisforum.agenda.session.Programme;
import org.wsisforum.kit.conditional.Tagged;
import org.wsisforum.kit.text.Language;

/** Answers with exports: from memory what is small and was asked for before. */
@ApplicationScoped
class Exports {

    /** The programme of 2021 is about half as large in its largest form. */
    private static final int LARGEST_KEPT = 2_000_000;

    private static final int ALL_KEPT = 32_000_000;

    private final Cache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(ALL_KEPT)
            .weigher((String determinedBy, byte[] bytes) -> bytes.length + 2 * determinedBy.length())
            .build();

    private final String publicUrl;

    @Inject
    Exports(@ConfigProperty(name = "wsis.public-url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * The programme in a form.
     *
     * @param programme a release
     * @param selection what is shown of it
     * @param language the language that texts are wanted in
     * @param written writes it; not called where the reader or the memory has the bytes already
     */
    RestResponse<Tagged> answer(
            Form form, Programme programme, Object selection, Language language, StreamingOutput written) {
        var edition = programme.edition().code();
        // One that shows nothing new has the tag of the one before: that it came out is said only where releases are.
        var release = form.namesRelease() ? programme.release() : programme.sameSince();
        // Numbers of releases begin anew in another database, but not at the same moment.
        var determinedBy = String.join(
                " ",
                form.identity(),
                edition,
                String.valueOf(release.number()),
                release.releasedAt().toString(),
                language.tag(),
                publicUrl,
                selection.toString());
        return RestResponse.ResponseBuilder.<Tagged>ok(new Export(determinedBy, kept, written))
                .type(form.mediaType())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CONTENT_DISPOSITION, form.disposition(edition))
                .build();
    }

    private record Export(String determinedBy, Cache<String, byte[]> kept, StreamingOutput written) implements Tagged {

        @Override
        public Optional<byte[]> atHand() {
            return Optional.ofNullable(kept.getIfPresent(determinedBy));
        }

        @Override
        public void write(OutputStream out) throws IOException {
            var copying = new Copying(out);
            written.write(copying);
            copying.copy().ifPresent(bytes -> kept.put(determinedBy, bytes));
        }
    }

    /** Keeps a copy of what it passes on, unless it becomes large. */
    private static final class Copying extends FilterOutputStream {

        private ByteArrayOutputStream copy = new ByteArrayOutputStream();

        private Copying(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int count) throws IOException {
            out.write(octets, from, count);
            if (copy != null && copy.size() + count > LARGEST_KEPT) {
                copy = null;
            }
            if (copy != null) {
                copy.write(octets, from, count);
            }
        }

        private Optional<byte[]> copy() {
            return Optional.ofNullable(copy).map(ByteArrayOutputStream::toByteArray);
        }
    }
}
