/**
 * What every service shows at {@code /q/metrics} in the same form, so that one alert and one chart hold for all.
 *
 * <p>Labels are templates of addresses, methods and statuses: never a path as it was called, or a name, of which there is no end.
 */
package org.wsisforum.kit.metrics;
