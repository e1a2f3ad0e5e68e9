/** Lets in who shows a token: counted at its address, checked, told to its own pages alone, and counted by itself. */
package org.wsisforum.gateway.admission;
