/**
 * The way of a request to a service and of its answer back.
 *
 * <p>{@link org.wsisforum.gateway.route.Gate} decides whether a request may pass at all, Vert.x HTTP Proxy carries it, and
 * {@link org.wsisforum.gateway.route.Forwarding} sees to its headers, its bounds and its failures. Bodies stream in both
 * directions. What may already have been carried out is never sent a second time.
 */
package org.wsisforum.gateway.route;
