/**
 * How a service begins: in production it looks at its settings before anything else, and refuses to start, with one line that
 * names them, when a variable is missing or a secret is one that anybody would try first.
 */
package org.wsisforum.kit.start;
