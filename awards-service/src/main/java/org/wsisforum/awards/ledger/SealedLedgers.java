package org.wsisforum.awards.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What other features ask of the ledgers. */
@ApplicationScoped
public class SealedLedgers {

    @Inject
    Ledgers ledgers;

    /**
     * A ledger to which no vote can be added.
     *
     * @param header its first line, with the rules that counting goes by
     * @param head where its chain of hashes ends, in base64url
     */
    public record Sealed(LedgerHeader header, String head) {}

    /** The ledger of an edition; refuses with 409 while it is not sealed. */
    public Sealed require(String edition) {
        return ledgers.find(edition)
                .map(ledger -> new Sealed(ledger.header(), ledger.footer().head()))
                .orElseThrow(() -> LedgerProblem.LEDGER_NOT_SEALED.because("Seal it when the voting phase is over."));
    }
}
