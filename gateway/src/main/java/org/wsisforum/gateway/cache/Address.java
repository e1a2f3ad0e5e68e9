package org.wsisforum.gateway.cache;

import java.util.List;
import java.util.Optional;

/** A path of a service, for as long as nothing was written to it through this gateway. */
final class Address {

    private final Scope scope;
    private volatile List<String> vary;

    Address(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /** Which headers of a request its answers depend on, if that is known yet. */
    Optional<List<String>> vary() {
        return Optional.ofNullable(vary);
    }

    void varies(List<String> by) {
        vary = by;
    }
}
