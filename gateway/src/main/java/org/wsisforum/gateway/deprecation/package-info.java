/**
 * Addresses that are going away: each of their answers says since when that is known (RFC 9745), until when they work (RFC
 * 8594) and what takes their place. Which these are is configuration, {@code wsis.gateway.deprecations}.
 */
package org.wsisforum.gateway.deprecation;
