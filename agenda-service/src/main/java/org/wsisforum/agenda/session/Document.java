package org.wsisforum.agenda.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A document of a session, wherever it is kept: the agenda holds the link and not the file.
 *
 * @param name what it is called
 * @param mediaType in what form it is
 * @param href where it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SessionDocument", description = "A document of a session, as a link to where it is kept.")
public record Document(
        @NotNull @Valid @TextSize(max = 300) @Schema(description = "What it is called.")
        Text name,

        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}")
        @Schema(description = "In what form it is (RFC 6838).", examples = "application/pdf")
        String mediaType,

        @NotNull
        @Size(max = 1_000)
        @Schema(description = "Where it is.", examples = "https://www.itu.int/concept-note.pdf")
        String href) {}
