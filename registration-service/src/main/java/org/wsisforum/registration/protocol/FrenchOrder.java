package org.wsisforum.registration.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Country.Category;
import org.wsisforum.kit.text.Language;

/**
 * The order in which ITU lists and seats its Member States: by their names in French, in which an accent counts only between
 * names that are otherwise the same. Where lots were drawn, the order begins with the country that was drawn, and what comes
 * before it in the alphabet comes after the last one. Who takes part in another capacity follows the Member States.
 *
 * <p>Lists that are paged order by it in the database:
 *
 * <pre>{@code
 * list.where(FrenchOrder.IS_LISTED.formatted("country"), "order", order.line())
 *         .orderedBy(FrenchOrder.PLACE.formatted("country"), Integer.class, row -> order.placeOf(row.country()))
 * }</pre>
 */
public final class FrenchOrder {

    /** In HQL, where a country stands; {@code %s} is the attribute with its code, {@code :order} the {@link #line()}. */
    public static final String PLACE = "locate(%s, :order)";

    /** In HQL, that a country stands anywhere in the order: a condition that gives {@code :order} its value. */
    public static final String IS_LISTED = PLACE + " > 0";

    private final List<Country> countries;
    private final String line;

    private FrenchOrder(List<Country> countries) {
        this.countries = countries;
        this.line = countries.stream().map(Country::code).collect(Collectors.joining(","));
    }

    /** From the beginning of the alphabet. */
    public static FrenchOrder alphabetical() {
        return Alphabet.ORDER;
    }

    /**
     * From the country that was drawn by lot.
     *
     * @param country ISO 3166-1; null for the beginning of the alphabet
     * @return empty for what is no Member State, with which no order begins
     */
    public static Optional<FrenchOrder> startingWith(String country) {
        return country == null
                ? Optional.of(alphabetical())
                : Country.of(country).filter(FrenchOrder::isMemberState).map(Alphabet.ORDER::turnedTo);
    }

    private FrenchOrder turnedTo(Country first) {
        var states = countries.stream().filter(FrenchOrder::isMemberState).toList();
        var start = states.indexOf(first);
        return new FrenchOrder(Stream.of(
                        states.subList(start, states.size()).stream(),
                        states.subList(0, start).stream(),
                        countries.stream().filter(country -> !isMemberState(country)))
                .flatMap(part -> part)
                .toList());
    }

    /** All countries in this order. */
    public List<Country> countries() {
        return countries;
    }

    /** The codes of the countries in this order, as the conditions above take them. */
    public String line() {
        return line;
    }

    /**
     * A number that grows along the order, the one that the database finds too.
     *
     * @param country ISO 3166-1 alpha-2
     * @return 0 for what is no country
     */
    public int placeOf(String country) {
        return line.indexOf(country) + 1;
    }

    /** The order of codes, ISO 3166-1 alpha-2. */
    public Comparator<String> byCode() {
        return Comparator.comparingInt(this::placeOf);
    }

    private static boolean isMemberState(Country country) {
        return country.category() == Category.MEMBER_STATE;
    }

    /** Sorted when it is first asked for. */
    private static final class Alphabet {
        static final FrenchOrder ORDER = new FrenchOrder(Country.inOrderOf(Language.FR).stream()
                .sorted(Comparator.comparing(country -> !isMemberState(country)))
                .toList());
    }
}
