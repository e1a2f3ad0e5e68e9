/**
 * Text in up to six languages, each with a status of its own.
 *
 * <p>A {@link org.wsisforum.kit.text.Text} crosses HTTP as {@code {"en":{"value":"…","status":"official"},…}}. A GET with
 * {@code lang=fr}, or with an {@code Accept-Language} that names a language, gets plain strings instead: {@code
 * Content-Language} says in which languages, and {@code fallbacks} at the top of the body lists the fields that were not to
 * be had in the wanted one, with the language they are in. {@code lang=*} asks for all languages whatever the browser sends.
 * Languages are BCP 47 tags. Words are kept in Unicode NFC; control characters and directional overrides are refused, since
 * they make a text read differently from what it says; so they are in what is one line in one language, by {@link
 * org.wsisforum.kit.text.OneLine}.
 */
package org.wsisforum.kit.text;
