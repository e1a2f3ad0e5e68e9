/**
 * What every operation's description in OpenAPI 3.1 has in common, so that no feature writes it by hand: the problems it can
 * answer (those that it names with {@link org.wsisforum.kit.problem.Fails} and those that follow from its security, its body
 * and its preconditions), who may call it, the headers of conditional requests and the language parameter. And what the
 * service calls itself: a webhook for each public {@link org.wsisforum.kit.changes.ChangeType}. Made at build time, so that
 * a start costs nothing.
 */
package org.wsisforum.kit.openapi;
