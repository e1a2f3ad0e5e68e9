package org.wsisforum.awards.ledger;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The key under which ledgers and receipts are signed, for everybody. */
@Path("ledger-keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ledger")
public class LedgerKeyResource {

    @Inject
    LedgerKey key;

    /** A set of keys as RFC 7517 spells it. */
    @Schema(name = "LedgerKeys", description = "A JSON Web Key Set (RFC 7517).")
    record KeySet(@Schema(description = "The keys.") List<Jwk> keys) {}

    /** A public key and what it is for. */
    @Schema(name = "LedgerJwk", description = "A public key as RFC 8037 spells it.")
    record Jwk(
            @Schema(description = "Octet key pair.", examples = "OKP")
            String kty,

            @Schema(description = "The curve.", examples = "Ed25519")
            String crv,

            @Schema(description = "The key, in base64url.", examples = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
            String x,

            @Schema(
                    description = "Its name, the thumbprint of RFC 7638.",
                    examples = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
            String kid,

            @Schema(description = "It signs.", examples = "sig")
            String use,

            @Schema(description = "How.", examples = "EdDSA")
            String alg) {}

    @GET
    @PermitAll
    @Operation(operationId = "readLedgerKeys", summary = "The key of ledgers and receipts", description = """
                    As a JSON Web Key Set. Who keeps it beside a receipt can check later that ledger and receipt were signed \
                    under the same key: `./wsis verify-ledger FILE --key KEYS --receipt RECEIPT`.""")
    public KeySet read() {
        return new KeySet(List.of(new Jwk("OKP", "Ed25519", key.publicKey(), key.id(), "sig", "EdDSA")));
    }
}
