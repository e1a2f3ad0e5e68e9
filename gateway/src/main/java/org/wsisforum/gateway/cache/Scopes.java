package org.wsisforum.gateway.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.wsisforum.gateway.upstream.Service;

/** What there is for a change to concern: each service by itself, and each of its editions that is known. */
@Singleton
class Scopes {

    private final Map<String, Scope> scopes = new ConcurrentHashMap<>();
    private final CacheConfig config;

    @Inject
    Scopes(CacheConfig config) {
        this.config = config;
    }

    /** Of what a service says outside of its editions, or of all of them. */
    Scope ofService(Service service) {
        return scopes.computeIfAbsent(service.root(), name -> unheardOf());
    }

    /** Of an edition that the service has. */
    Scope ofEdition(Service service, String edition) {
        return scopes.computeIfAbsent(rootOf(service, edition), name -> unheardOf());
    }

    /** Of a path of the service. An edition that is not known has a scope of its own at each path, which nobody follows. */
    Scope ofPath(Service service, String path) {
        var editions = service.root() + "editions/";
        if (!path.startsWith(editions)) {
            return ofService(service);
        }
        var known = scopes.get(rootOf(service, path.substring(editions.length()).split("/", 2)[0]));
        return known == null ? unheardOf() : known;
    }

    private Scope unheardOf() {
        return new Scope(config.settling());
    }

    private static String rootOf(Service service, String edition) {
        return service.root() + "editions/" + edition;
    }
}
