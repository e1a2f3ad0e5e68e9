/**
 * What came of the Forum: outcomes of sessions and of statements, and reports for each Action Line and each goal of what was done
 * about it, as data and as pages in the languages of the edition.
 *
 * <p>Whoever makes a session records its outcomes whenever they are known. Everybody reads one once its session, as the newest
 * release shows it, is over, and one of a statement once that was delivered; before, it stands in no list, report, count or ETag.
 * Reports are made of the release in memory and of what is published, by three queries, however much there is.
 */
package org.wsisforum.agenda.achievement;
