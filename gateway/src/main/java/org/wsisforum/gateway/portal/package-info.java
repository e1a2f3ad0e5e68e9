/**
 * What people see: the page at {@code /} that explains the API and lets a reader try it, and a page for each kind of problem.
 */
package org.wsisforum.gateway.portal;
