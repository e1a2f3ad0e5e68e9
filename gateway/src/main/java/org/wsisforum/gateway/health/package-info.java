/** One look at the whole system: which services answer, in how many copies. */
package org.wsisforum.gateway.health;
