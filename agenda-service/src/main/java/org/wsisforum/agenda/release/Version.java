package org.wsisforum.agenda.release;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All that one release shows, in memory. */
public final class Version {

    private final ReleaseView release;
    private final ReleaseView sameSince;
    private final Map<String, List<Released<?>>> things;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    Version(ReleaseView release, ReleaseView sameSince, Map<String, List<Released<?>>> things) {
        this.release = release;
        this.sameSince = sameSince;
        this.things = things;
    }

    /** Which release it is. */
    public ReleaseView release() {
        return release;
    }

    /** With which release it came to show what it does: itself, unless it has nothing that can be told yet. */
    public ReleaseView sameSince() {
        return sameSince;
    }

    /** The things of a kind, in no particular order. */
    @SuppressWarnings("unchecked")
    public <B extends Record> List<Released<B>> of(Shown<B> kind) {
        return (List<Released<B>>) (List<?>) things.getOrDefault(kind.kind(), List.of());
    }

    /**
     * Something that follows from what the release shows, such as its things in order; made once and kept beside them.
     *
     * @param what the class of which there is one for each release
     */
    public <D> D derived(Class<D> what, Function<Version, D> make) {
        return what.cast(derived.computeIfAbsent(what, absent -> make.apply(this)));
    }
}
