package org.wsisforum.kit.paging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * A list that can be paged: an entity, conditions and an order. The order must end with something unique, or rows that are
 * equal in it would be lost between two pages.
 *
 * <pre>{@code
 * Keyset.of(Session.class)
 *         .where("edition = :edition", "edition", edition)
 *         .orderedBy("startsAt", Instant.class, Session::startsAt)
 *         .orderedBy("id", UUID.class, Session::id)
 * }</pre>
 */
public final class Keyset<E> {

    private final Class<E> entity;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new TreeMap<>();
    private final Map<String, Object> asOf = new TreeMap<>();
    private final List<Key<E, ?>> order = new ArrayList<>();
    private boolean lastFirst;

    private Keyset(Class<E> entity) {
        this.entity = entity;
    }

    /** All rows of an entity. */
    public static <E> Keyset<E> of(Class<E> entity) {
        return new Keyset<>(entity);
    }

    /** Only rows for which the HQL condition holds. */
    public Keyset<E> where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
        return this;
    }

    /** Only rows for which the HQL condition holds, unless the value is null: then the filter was not asked for. */
    public Keyset<E> whereIfGiven(String condition, String parameter, Object value) {
        return value == null ? this : where(condition, parameter, value);
    }

    /**
     * Only rows for which the HQL condition holds as of a moment, such as what is under way. The moment is another for the next
     * page, so cursors are bound to the condition and not to the value.
     */
    public Keyset<E> whereAsOf(String condition, String parameter, Object value) {
        conditions.add(condition);
        asOf.put(parameter, value);
        return this;
    }

    /** Only rows for which the HQL condition without a parameter holds. */
    public Keyset<E> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * The next attribute to order by, ascending.
     *
     * @param type Instant, LocalDate, UUID, String, Integer or Long
     */
    public <K extends Comparable<? super K>> Keyset<E> orderedBy(
            String attribute, Class<K> type, Function<E, K> value) {
        order.add(new Key<>(attribute, type, value));
        return this;
    }

    /** Turns the whole order round: the newest before the oldest, where the order is by time. */
    public Keyset<E> lastFirst() {
        lastFirst = true;
        return this;
    }

    Class<E> entity() {
        return entity;
    }

    Map<String, Object> parameters() {
        var all = new TreeMap<>(parameters);
        all.putAll(asOf);
        return all;
    }

    List<Key<E, ?>> order() {
        return order;
    }

    /** What a cursor is bound to. */
    String identity() {
        return entity.getName()
                + conditions
                + parameters
                + order.stream().map(Key::attribute).toList()
                + (lastFirst ? " last first" : "");
    }

    String hql(Cursor from) {
        var where = new ArrayList<>(conditions);
        var upwards = (from == null || from.forward()) != lastFirst;
        if (from != null) {
            where.add("(" + attributes("") + ") " + (upwards ? ">" : "<") + " (" + keyParameters() + ")");
        }
        return "from " + entity.getName() + whereClause(where) + " order by " + attributes(upwards ? "" : " desc");
    }

    String countHql() {
        return "select count(*) from " + entity.getName() + whereClause(conditions);
    }

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private String attributes(String suffix) {
        return String.join(", ", order.stream().map(k -> k.attribute() + suffix).toList());
    }

    private String keyParameters() {
        return String.join(
                ", ",
                java.util.stream.IntStream.range(0, order.size())
                        .mapToObj(i -> ":key" + i)
                        .toList());
    }

    record Key<E, K>(String attribute, Class<K> type, Function<E, K> value) {

        String write(E row) {
            return value.apply(row).toString();
        }

        Object read(String written) {
            if (type == Instant.class) {
                return Instant.parse(written);
            }
            if (type == LocalDate.class) {
                return LocalDate.parse(written);
            }
            if (type == UUID.class) {
                return UUID.fromString(written);
            }
            if (type == Integer.class) {
                return Integer.valueOf(written);
            }
            return type == Long.class ? Long.valueOf(written) : written;
        }
    }
}
