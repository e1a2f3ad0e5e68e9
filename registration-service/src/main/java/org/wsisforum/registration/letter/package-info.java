/** Circular letters: what the Secretary-General writes to many, in up to six languages. */
package org.wsisforum.registration.letter;
