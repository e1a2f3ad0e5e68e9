/**
 * What came of the Forum: outcomes of sessions and of statements, and reports for each Action Line and each goal of what was done
 * about it, as data and as pages in the languages of the edition.
 *
 * <p>Whoever makes a session records its outcomes whenever they are known. Everybody reads one once its session, as the newest
 * release shows it, is over, and one of a statement once that was delivered; before, it stands in no list, report, count or ETag.
 * The time decides that to the second; that everybody can read one by now, or no more, is told by the change feed a little later,
 * once, by whichever copy of the service holds its row first. What a session itself says came of it is kept back as long.
 * Reports are made of the release in memory and of what is published, by three queries, however much there is.
 */
package org.wsisforum.agenda.achievement;
