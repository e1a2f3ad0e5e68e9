package org.wsisforum.kit.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.changes.ChangeTypes;
import org.wsisforum.kit.problem.Problem.FieldError;

/**
 * A subscription as its owner writes it.
 *
 * @param url where changes are sent
 * @param types full names of the kinds that are sent; empty for all public ones
 * @param subject what they happen to: one thing, or all of a kind; null for everything
 * @param paused whether nothing is sent for the time being
 */
@Schema(description = "A webhook as its owner writes it.")
record WebhookInput(
        @NotNull
        @Size(max = 2000)
        @Schema(
                description = "Where changes are sent: https, at a public address, without credentials or fragment.",
                examples = "https://partner.example/wsis-hook")
        String url,

        @Size(max = 100)
        @Schema(
                description = "Full types of the public changes to send, see `change-types`; none for all.",
                examples = "[\"org.wsisforum.agenda.session.moved.v1\"]")
        List<@NotNull String> types,

        @Pattern(regexp = "[a-z0-9-]+(/[A-Za-z0-9-]+)*(/\\*)?")
        @Size(max = 200)
        @Schema(
                description =
                        "What they happen to, below the edition: one thing, or all of a kind with `/*` at its end.",
                examples = "sessions/*")
        String subject,

        @Schema(description = "Whether nothing is sent for the time being; what happens meanwhile is sent afterwards.")
        boolean paused) {

    private static final int LAST_PORT = 65_535;

    WebhookInput {
        types = types == null ? List.of() : types.stream().distinct().toList();
    }

    /** What only the service can check. */
    List<FieldError> faults(ChangeTypes known, boolean insideAllowed) {
        var faults = new ArrayList<FieldError>();
        var address = address();
        if (address == null
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            faults.add(FieldError.at(
                    "/url", "address", "The address is absolute, with a host, without credentials and fragment."));
        } else if (!"https".equalsIgnoreCase(address.getScheme())
                && !(insideAllowed && "http".equalsIgnoreCase(address.getScheme()))) {
            faults.add(FieldError.at("/url", "https", "Changes are sent over https alone."));
        } else if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
            faults.add(FieldError.at("/url", "address", "A port lies between 1 and " + LAST_PORT + "."));
        }
        for (var i = 0; i < types.size(); i++) {
            if (!known.isPublic(types.get(i))) {
                faults.add(
                        FieldError.at("/types/" + i, "unknown", "There is no public change \"" + types.get(i) + "\"."));
            }
        }
        if (faults.isEmpty() && subject != null && !known.happenTo(types, subject)) {
            faults.add(FieldError.at(
                    "/subject", "unknown", "No public change of these types happens to " + subject + "."));
        }
        return faults;
    }

    private URI address() {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
