/**
 * The programme in the forms that other programs take: iCalendar, frab, CSV, JSON-LD, and an Atom feed of its releases.
 *
 * <p>An export shows a release and nothing that changes without one: no draft, no join link, not who has slots, not whether a
 * session is under way. So its bytes follow from the release, the form, the filter and the language, which are its ETag, and
 * whoever has them is answered without a question to the database. They are written straight to the reader; those that are
 * small are kept for the next one. A release that shows nothing new counts as the one before, unless the form names it. A text
 * that is not to be had in the wanted language is in another, as everywhere.
 */
package org.wsisforum.agenda.export;
