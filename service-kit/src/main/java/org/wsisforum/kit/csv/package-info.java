/**
 * Tables for spreadsheet programs, RFC 4180: UTF-8 with a byte order mark, rows that end in CRLF, quoted where needed. What a
 * program would run as a formula has an apostrophe before it, so that nobody's name or title does anything on the computer of
 * whoever opens the table.
 */
package org.wsisforum.kit.csv;
