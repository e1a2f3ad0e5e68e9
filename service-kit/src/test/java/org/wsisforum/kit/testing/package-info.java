/** What the tests of the kit and of every service share: a real PostgreSQL, and the Forum clock in the test's hand. */
package org.wsisforum.kit.testing;
