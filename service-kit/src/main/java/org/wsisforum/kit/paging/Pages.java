package org.wsisforum.kit.paging;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.UriInfo;

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
        var forward = cursor == null || cursor.forward();

        // Before the rows: what is stored in between is shown, and told once more.
        var changes = changes();
        var rows = rows(list, request.limit(), cursor);
        var more = rows.size() > request.limit();
        var shown = more ? rows.subList(0, request.limit()) : rows;
        var inOrder = forward ? shown : shown.reversed();

        var hasNext = forward ? more : true;
        var hasPrev = forward ? cursor != null : more;
        var links = new PageOf.Links(
                link(null),
                hasPrev && !inOrder.isEmpty()
                        ? link(cursor(list, false, inOrder.getFirst()).write(identity))
                        : null,
                hasNext && !inOrder.isEmpty()
                        ? link(cursor(list, true, inOrder.getLast()).write(identity))
                        : null,
                changes);
        return new PageOf<>(views.apply(inOrder), links, request.wantsCount() ? count(list) : null);
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

    private static <E> Cursor cursor(Keyset<E> list, boolean forward, E row) {
        return new Cursor(
                forward, list.order().stream().map(key -> key.write(row)).toList());
    }

    /** The feed of the edition whose list this is, from the cursor at which the list is true. */
    private String changes() {
        var edition = uri.getPathParameters().getFirst("edition");
        if (edition == null) {
            return null;
        }
        var path = uri.getRequestUri().getRawPath();
        var root = path.substring(0, path.indexOf(EDITIONS) + EDITIONS.length());
        return root + edition + "/changes?since=" + changes.ofLists(edition).write();
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
