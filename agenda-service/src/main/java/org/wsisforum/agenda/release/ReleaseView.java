package org.wsisforum.agenda.release;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * A release as everybody sees it.
 *
 * @param differences null in a list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Release", description = "A version of the public programme; it never changes.")
public record ReleaseView(
        @Schema(description = "The edition.", examples = "2021")
        String edition,

        @Schema(description = "Its number; the first is 1.", examples = "3")
        int number,

        @Schema(description = "What there is to say of it.") Text note,

        @Schema(description = "When it came out, in UTC.", examples = "2021-05-01T08:00:00Z")
        Instant releasedAt,

        @Schema(description = "In how many things it differs from the one before.", examples = "2")
        int changes,

        @Schema(description = "In what it differs from the one before; only with one release.")
        List<Difference> differences) {

    static ReleaseView of(Release release) {
        return of(release, release.differences());
    }

    static ReleaseView inList(Release release) {
        return of(release, null);
    }

    private static ReleaseView of(Release release, List<Difference> differences) {
        return new ReleaseView(
                release.edition(),
                release.number(),
                release.note(),
                release.releasedAt(),
                release.differences().size(),
                differences);
    }
}
