/**
 * The whole system on one machine: a real PostgreSQL, a real Keycloak, the services and the gateway, each as its own
 * process. {@link org.wsisforum.stack.Launcher} is the command line behind {@code ./wsis}; tests use the same code
 * through {@link org.wsisforum.stack.Stack#start}, with ports and a folder of their own:
 *
 * <pre>{@code
 * try (var stack = Stack.start(StackConfig.isolated(checkout, folder))) {
 *     stack.gateway();                                       // http://localhost:<a free port>
 *     stack.clock(Instant.parse("2021-03-25T09:00:00Z"));    // every service of this stack travels
 * }
 * }</pre>
 *
 * <p>What is started is recorded before it runs, in {@code <data>/run/<generation>/}: the process id together with what
 * tells it from a later process of the same id. Stopping works from these records alone, so it is the same code for the
 * launcher, for {@code ./wsis down}, and for the {@link org.wsisforum.stack.Lifeline} that outlives a killed launcher.
 */
package org.wsisforum.stack;
