package org.wsisforum.awards.ledger;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** That no vote can be added to an edition any more, and what its ledger's file begins and ends with. */
@Entity
@Immutable
class Ledger {

    @Id
    private String edition;

    private Instant sealedAt;
    private long votes;
    private byte[] head;
    private String header;
    private String footer;

    protected Ledger() {}

    Ledger(LedgerHeader header, LedgerFooter footer, Instant now) {
        this.edition = header.edition();
        this.sealedAt = now;
        this.votes = header.votes();
        this.head = footer.headBytes();
        this.header = header.json();
        this.footer = footer.json();
    }

    String edition() {
        return edition;
    }

    Instant sealedAt() {
        return sealedAt;
    }

    long votes() {
        return votes;
    }

    LedgerHeader header() {
        return LedgerHeader.read(header);
    }

    LedgerFooter footer() {
        return LedgerFooter.read(footer);
    }

    /** The first line of the file, without its end. */
    String firstLine() {
        return header;
    }

    /** The last line of the file, without its end. */
    String lastLine() {
        return footer;
    }
}
