/** What anybody who was handed a ledger checks it with: one file, read and run without anything else of this project. */
package org.wsisforum.ledger;
