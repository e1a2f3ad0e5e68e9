/**
 * Projects that won in earlier editions, as data of an edition: a project that has won before may not take part again. Other
 * features ask {@link org.wsisforum.awards.pastwinner.PastWinnerList}.
 */
package org.wsisforum.awards.pastwinner;
