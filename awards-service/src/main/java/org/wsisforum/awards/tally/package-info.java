/** What the public's votes come to: how they are counted, and which projects they make champions. */
package org.wsisforum.awards.tally;
