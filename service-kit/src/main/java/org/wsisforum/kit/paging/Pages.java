package org.wsisforum.kit.paging;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.UriInfo;

import org.wsisforum.kit.changes.ChangeCursor;
import org.wsisforum.kit.changes.Changes;

/** Reads the page of a list that the current request asks for. */
@RequestScoped
public class Pages {

    private static final String EDITIONS = "/editions/";

    @Inject
    EntityManager database;

    @Inject
    UriInfo uri;

    @Inject
    Changes changes;

    /**
     * The page that was asked for.
     *
     * @param view makes of a row what crosses HTTP; called once a row, so it must not query
     */
    public <E, V> PageOf<V> read(Keyset<E> list, PageRequest request, Function<E, V> view) {
        return readAll(list, request, rows -> rows.stream().map(view).toList());
    }

    /**
     * The page that was asked for.
     *
     * @param views makes of all rows of the page what crosses HTTP, and may fetch what they need in one query
     */
    public <E, V> PageOf<V> readAll(Keyset<E> list, PageRequest request, Function<List<E>, List<V>> views) {
        var identity = uri.getRequestUri().getRawPath() + list.identity();
        var cursor = request.cursor() == null
                ? null
                : Cursor.read(request.cursor(), identity, list.order().size());

        // Before the rows: what is stored in between is shown, and told once more.
        var changes = changes();
        var rows = rows(list, request.limit(), cursor);
        return page(
                rows,
                cursor,
                request,
                row -> list.order().stream().map(key -> key.write(row)).toList(),
                identity,
                changes,
                views,
                () -> count(list));
    }

    /**
     * The page that was asked for, of a list that is in memory already.
     *
     * @param list all of it, in the order of the keys
     * @param identity what the list is a list of: filter and order, to which cursors are bound
     * @param key a row's place, as a text in whose order the list is; no two rows have one
     * @param at where the feed goes on from the list; null if it tells nothing of the list
     * @param views makes of the rows of the page what crosses HTTP
     */
    public <E, V> PageOf<V> readKept(
            List<E> list,
            String identity,
            Function<E, String> key,
            PageRequest request,
            ChangeCursor at,
            Function<List<E>, List<V>> views) {
        var bound = uri.getRequestUri().getRawPath() + identity;
        var cursor = request.cursor() == null ? null : Cursor.read(request.cursor(), bound, 1);
        Stream<E> rows;
        if (cursor == null) {
            rows = list.stream();
        } else {
            var from = cursor.keys().getFirst();
            rows = cursor.forward()
                    ? list.stream().filter(row -> key.apply(row).compareTo(from) > 0)
                    : list.reversed().stream().filter(row -> key.apply(row).compareTo(from) < 0);
        }
        return page(
                rows.limit(request.limit() + 1L).toList(),
                cursor,
                request,
                row -> List.of(key.apply(row)),
                bound,
                at == null ? null : feed(at),
                views,
                () -> list.size());
    }

    private <E, V> PageOf<V> page(
            List<E> rows,
            Cursor cursor,
            PageRequest request,
            Function<E, List<String>> keys,
            String identity,
            String changes,
            Function<List<E>, List<V>> views,
            LongSupplier count) {
        var forward = cursor == null || cursor.forward();
        var more = rows.size() > request.limit();
        var shown = more ? rows.subList(0, request.limit()) : rows;
        var inOrder = forward ? shown : shown.reversed();

        var hasNext = forward ? more : true;
        var hasPrev = forward ? cursor != null : more;
        var links = new PageOf.Links(
                link(null),
                hasPrev && !inOrder.isEmpty()
                        ? link(new Cursor(false, keys.apply(inOrder.getFirst())).write(identity))
                        : null,
                hasNext && !inOrder.isEmpty()
                        ? link(new Cursor(true, keys.apply(inOrder.getLast())).write(identity))
                        : null,
                changes);
        return new PageOf<>(views.apply(inOrder), links, request.wantsCount() ? count.getAsLong() : null);
    }

    private <E> List<E> rows(Keyset<E> list, int limit, Cursor cursor) {
        var query = database.createQuery(list.hql(cursor), list.entity()).setMaxResults(limit + 1);
        list.parameters().forEach(query::setParameter);
        if (cursor != null) {
            for (var i = 0; i < list.order().size(); i++) {
                try {
                    query.setParameter(
                            "key" + i, list.order().get(i).read(cursor.keys().get(i)));
                } catch (java.time.DateTimeException | IllegalArgumentException e) {
                    throw Cursor.notValid();
                }
            }
        }
        return query.getResultList();
    }

    private long count(Keyset<?> list) {
        var query = database.createQuery(list.countHql(), Long.class);
        list.parameters().forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** The feed of the edition whose list this is, from the cursor at which the list is true. */
    private String changes() {
        var edition = uri.getPathParameters().getFirst("edition");
        return edition == null ? null : feed(changes.ofLists(edition));
    }

    private String feed(ChangeCursor at) {
        var edition = uri.getPathParameters().getFirst("edition");
        var path = uri.getRequestUri().getRawPath();
        var root = path.substring(0, path.indexOf(EDITIONS) + EDITIONS.length());
        return root + edition + "/changes?since=" + at.write();
    }

    /** The address of the request with another cursor; a link's key in the query must not be written into a body. */
    private String link(String cursor) {
        var request = uri.getRequestUri();
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        Stream.of(Objects.requireNonNullElse(request.getRawQuery(), "").split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.matches("(key|cursor)(=.*)?"))
                .forEach(query::add);
        if (cursor != null) {
            query.add("cursor=" + cursor);
        }
        return request.getRawPath() + query;
    }
}
