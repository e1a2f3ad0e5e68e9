/**
 * Releases of the programme. Whoever makes the programme works on a draft; a release is what everybody reads, and never changes:
 * the newest one unless another is named. The features whose things everybody reads say what a release shows of them ({@link
 * org.wsisforum.agenda.release.Shown}); this package stores it, keeps it in memory, and tells in what a release differs from
 * the one before.
 */
package org.wsisforum.agenda.release;
