package org.wsisforum.kit.openapi;

import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** What a service says in enums. The index knows the enums; the arguments of their constants are known to the classes only. */
final class IndexedEnums {

    private IndexedEnums() {}

    /** The constants of all enums in the index that implement this interface. */
    static <T> Stream<T> constants(IndexView index, Class<T> type) {
        return index.getAllKnownImplementations(type).stream()
                // A constant with a body is a class of its own.
                .filter(ClassInfo::isEnum)
                .map(info -> info.name().toString())
                // A class may stand in more than one of the indexes that Quarkus puts together.
                .distinct()
                .map(IndexedEnums::load)
                .flatMap(found -> Stream.of(found.getEnumConstants()))
                .map(type::cast);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is in the index and not on the class path", e);
        }
    }
}
