package org.wsisforum.kit.changes;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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

    /**
     * The names of the fields in which two records differ: what a change of one into the other names.
     *
     * @param before a record in the form in which a client hands it in
     * @param after another of the same class
     */
    public static <R extends Record> List<String> differences(R before, R after) {
        return Stream.of(before.getClass().getRecordComponents())
                .filter(field -> !Objects.equals(value(field, before), value(field, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static Object value(RecordComponent field, Record of) {
        try {
            // What a feature takes in is the feature's own, and its class not to be seen from here.
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record cannot be read", e);
        }
    }

    /** The same change, shown to one audience more. */
    public Change alsoFor(Audience audience) {
        var all = new TreeSet<>(java.util.Comparator.comparing(Audience::name));
        all.addAll(audiences);
        all.add(audience);
        return new Change(type, edition, subject, fields, all);
    }
}
