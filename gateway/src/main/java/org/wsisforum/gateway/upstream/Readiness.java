package org.wsisforum.gateway.upstream;

/** What a copy says when it is asked whether it can serve. */
enum Readiness {
    READY,
    /** It says so, or is not there at all. */
    NOT_READY,
    /** There was no answer in time. */
    SILENT
}
