package org.wsisforum.gateway.cache;

/** What becomes of a request that anybody could have sent. */
public sealed interface Decision permits Kept, Fill, Decision.Alone {

    /** It asks the service for itself. */
    record Alone() implements Decision {}
}
