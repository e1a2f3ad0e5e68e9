package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.HighLevelTrack;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.NameOrder;
import org.wsisforum.kit.text.Text;

/** Who speaks before whom, by the rules of an edition: the first of them that tells two apart decides. */
final class Precedence implements Comparator<Statement> {

    private final HighLevelTrack rules;
    private final Comparator<Statement> order;

    Precedence(Edition edition) {
        this.rules = edition.rules().highLevelTrack();
        this.order = rules.order().stream()
                .map(this::by)
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                // So that the order of two whom no rule tells apart is the same each time.
                .thenComparing(Statement::id);
    }

    @Override
    public int compare(Statement one, Statement other) {
        return order.compare(one, other);
    }

    private Comparator<Statement> by(HighLevelTrack.Rule rule) {
        return switch (rule) {
            case STATES_FIRST -> Comparator.comparing(statement -> statement.country() == null);
            case RANK -> Comparator.comparing(statement -> rules.height(statement.rank()));
            case REQUEST -> Comparator.comparing(this::asked);
            case NAME -> byName();
        };
    }

    /** Those who asked within the same minutes asked at once. */
    private long asked(Statement statement) {
        return asking(statement).getEpochSecond() / 60 / rules.requestMinutes();
    }

    private static Instant asking(Statement statement) {
        return statement.requestedAt() == null ? statement.openedAt() : statement.requestedAt();
    }

    /** Where lots were drawn, what comes before the first country comes after the last one. */
    private Comparator<Statement> byName() {
        var names = NameOrder.in(rules.nameLanguage());
        var first = Country.of(rules.firstCountry()).map(Country::name);
        Comparator<Statement> alphabetical = Comparator.comparing(Precedence::name, names);
        return first.map(start -> Comparator.<Statement, Boolean>comparing(
                                statement -> names.compare(name(statement), start) < 0)
                        .thenComparing(alphabetical))
                .orElse(alphabetical);
    }

    /** The name by which a delegation is ordered. */
    static Text name(Statement statement) {
        return Stream.concat(
                        Country.of(statement.country()).map(Country::name).stream(),
                        Stream.ofNullable(statement.entityName()))
                .findFirst()
                .orElseThrow();
    }

    /** The same as the reader of a list sees it. */
    String nameIn(Statement statement) {
        return name(statement)
                .bestFor(rules.nameLanguage())
                .map(Text.Chosen::value)
                .orElse(statement.delegation());
    }
}
