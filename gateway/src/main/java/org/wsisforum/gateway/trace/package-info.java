/**
 * By what a request is known everywhere: an id, {@code X-Request-Id}, and a W3C trace.
 *
 * <p>Both are taken over from the client if they are well formed, or else begin here. They go to the services in place of what
 * the client sent, stand in every line of the log, and every answer and every problem names them. Which traces are recorded is
 * decided by the trace's own id and the configured share, never by the client.
 */
package org.wsisforum.gateway.trace;
