/**
 * The gateway's own refusals, RFC 9457.
 *
 * <p>Answers of the services pass through untouched; what the gateway itself refuses looks the same to a client: a stable
 * {@code code}, a {@code type} that a page of the portal explains, no class name and no address of the inside.
 */
package org.wsisforum.gateway.problem;
