/**
 * By what a request is known: one request id and one W3C trace, from the gateway to the database.
 *
 * <p>The id comes in {@code X-Request-Id}, or is made here when there is none that can be trusted to be harmless; it is passed
 * on to other services, stands in every line of the log as {@code requestId}, beside {@code traceId}, and every answer and every
 * problem names it. The trace is carried by OpenTelemetry, in {@code traceparent}, and an answer names it in
 * {@code traceresponse}. Which traces are recorded is a matter of configuration; without any, ids are all there is to it.
 *
 * <p>Neither a trace nor the log holds a query, which may be the key of a letter, an address of a person, or a value of a row.
 */
package org.wsisforum.kit.trace;
