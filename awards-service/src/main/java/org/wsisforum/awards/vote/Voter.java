package org.wsisforum.awards.vote;

/**
 * Who votes, as far as that is known: by HMACs.
 *
 * @param id in the database; 0 while the voter is not there yet
 * @param mailbox the one that the account is bound to, whatever address it has by now
 * @param network where the voter was first seen
 */
record Voter(long id, String edition, byte[] account, byte[] mailbox, boolean disposable, byte[] network) {

    boolean isNew() {
        return id == 0;
    }
}
