/**
 * What an operator sees of the gateway at {@code /q/metrics} of the management port.
 *
 * <p>Labels are templates, methods, statuses and names out of the configuration: nothing that a client can make up, and nothing
 * of a person.
 */
package org.wsisforum.gateway.metrics;
