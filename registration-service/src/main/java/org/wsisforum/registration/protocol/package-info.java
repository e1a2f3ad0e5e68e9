/** Protocol: in what order countries stand. */
package org.wsisforum.registration.protocol;
