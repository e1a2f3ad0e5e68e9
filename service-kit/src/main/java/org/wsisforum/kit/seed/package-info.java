/**
 * Data that a service ships with, such as an edition's rules and programme: JSON files on its class path, read into the same
 * records and held to the same rules as bodies of requests, so that nothing gets in by file that would be refused over HTTP.
 * A file that breaks a rule keeps the service from starting, with a sentence that names file, place and rule.
 */
package org.wsisforum.kit.seed;
