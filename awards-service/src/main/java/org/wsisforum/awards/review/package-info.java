/**
 * The Expert Group's part: who judges which project, what stands between them, how scores become nominees.
 *
 * <p>Who judges what is known to the awards manager alone. An expert sees the projects that the expert judges; all others,
 * whether there are such or not, give the same answer. A conflict of interest is looked for whenever something is read or
 * written, not only when an expert is assigned: from the moment at which there is one, the expert sees the project no more and
 * its score does not count. What is nominated is stored once, with the scores behind it, and is public from the edition's
 * embargo on; who stands in for a nominee that drops out follows from the stored list and is never written.
 */
package org.wsisforum.awards.review;
