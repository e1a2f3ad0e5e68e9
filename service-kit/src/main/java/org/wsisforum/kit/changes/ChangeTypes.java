package org.wsisforum.kit.changes;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.All;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All kinds of change that a service announces, and what each may say. */
@ApplicationScoped
public class ChangeTypes {

    private static final Pattern IDENTIFIER = Pattern.compile("\\{(id|code)}");
    private static final Map<String, String> FORMS =
            Map.of("id", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "code", "[A-Za-z0-9-]{1,40}");

    private final String service;
    private final Map<String, ChangeType> byName;
    private final Map<ChangeType, Pattern> subjects;

    @Inject
    ChangeTypes(@All List<ChangeCatalogue> catalogues, @ConfigProperty(name = "wsis.service") String service) {
        this.service = service;
        var all = catalogues.stream()
                .flatMap(catalogue -> catalogue.types().stream())
                .map(ChangeType.class::cast)
                .toList();
        this.byName = all.stream().collect(Collectors.toMap(this::name, Function.identity()));
        this.subjects = all.stream().collect(Collectors.toMap(Function.identity(), type -> form(type.subject())));
    }

    /** Every kind of change, by name. */
    public List<ChangeType> all() {
        return byName.values().stream().sorted(Comparator.comparing(this::name)).toList();
    }

    /** The full name of a kind of change, for example {@code org.wsisforum.agenda.session.moved.v1}. */
    public String name(ChangeType type) {
        return name(service, type);
    }

    /** Whether there is a kind of change of this full name that everybody may read of. */
    public boolean isPublic(String name) {
        var type = byName.get(name);
        return type != null && type.audiences().contains(Audience.PUBLIC);
    }

    /**
     * Whether public changes can happen to a subject at all.
     *
     * @param names full names of the kinds that count; empty for all
     * @param subject one thing, or all of a kind with {@code /*} at its end
     */
    public boolean happenTo(Collection<String> names, String subject) {
        return byName.entrySet().stream()
                .filter(type -> isPublic(type.getKey()) && (names.isEmpty() || names.contains(type.getKey())))
                .map(type -> subjects.get(type.getValue()))
                .anyMatch(form -> subject.endsWith("/*")
                        ? couldBegin(form, subject)
                        : form.matcher(subject).matches());
    }

    private static boolean couldBegin(Pattern form, String subject) {
        var matcher = form.matcher(subject.substring(0, subject.length() - 1));
        return matcher.matches() || matcher.hitEnd();
    }

    /** The full name of a kind of change of a service. */
    public static String name(String service, ChangeType type) {
        return "org.wsisforum." + service + "." + type.what() + ".v1";
    }

    /**
     * Refuses a change that says more than its kind may. This is what keeps personal data out of the feed: a subject is made
     * of identifiers, and fields are names from a list, never what stands in them.
     *
     * @throws IllegalArgumentException since it is the feature's mistake, not the caller's
     */
    void requireFit(Change change) {
        var form = subjects.get(change.type());
        if (form == null) {
            throw new IllegalArgumentException(
                    "No ChangeCatalogue names " + change.type().what() + ".");
        }
        if (!form.matcher(change.subject()).matches()) {
            throw new IllegalArgumentException(change.type().what() + " happens to "
                    + change.type().subject() + ", not to " + change.subject() + ".");
        }
        if (!change.type().fields().containsAll(change.fields())) {
            throw new IllegalArgumentException(
                    change.type().what() + " may name " + change.type().fields() + ", not " + change.fields() + ".");
        }
    }

    private static Pattern form(String subject) {
        return Pattern.compile(IDENTIFIER.matcher(subject).replaceAll(part -> FORMS.get(part.group(1))
                .replace("\\", "\\\\")));
    }
}
