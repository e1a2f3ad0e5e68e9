/**
 * Pictures that come from outside: a PNG or JPEG is drawn anew before it is stored, so that what a service shows to others is
 * picture and nothing else. A file that is none is told apart from one that is too large only by the size of its body.
 */
package org.wsisforum.kit.picture;
