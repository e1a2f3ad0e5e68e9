package org.wsisforum.kit.changes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change to announce.
 *
 * @param type its kind
 * @param edition the edition it belongs to, for example {@code 2021}
 * @param subject the path of what changed below the edition, for example {@code sessions/0190…}
 * @param fields names of the fields that changed, as the API calls them
 * @param audiences who may read of it
 */
public record Change(ChangeType type, String edition, String subject, List<String> fields, Set<Audience> audiences) {

    /** A change of this kind, for the audience of its kind. */
    public static Change of(ChangeType type, String edition, String subject, String... fields) {
        return new Change(type, edition, subject, List.of(fields), type.audiences());
    }

    /** The same change, shown to one audience more. */
    public Change alsoFor(Audience audience) {
        var all = new TreeSet<>(java.util.Comparator.comparing(Audience::name));
        all.addAll(audiences);
        all.add(audience);
        return new Change(type, edition, subject, fields, all);
    }
}
