/**
 * Projects that are perhaps the same as another, or as one that has won before: shown to a person, who decides.
 *
 * <p>Which are alike is worked out from what is committed whenever it is asked for; only decisions are stored. So two projects that
 * are submitted at the same moment, neither of which sees the other, are found like any others, and nothing has to be brought up
 * to date when a project is revised or withdrawn. Likeness is that of PostgreSQL's pg_trgm, worked out here: its index finds
 * titles quickly, but nearly every description shares trigrams with every other, and comparing all pairs in the database takes
 * minutes. As sets of bits they are compared in less than a second.
 */
package org.wsisforum.awards.suspicion;
