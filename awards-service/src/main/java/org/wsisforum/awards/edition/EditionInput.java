package org.wsisforum.awards.edition;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * An edition as it is handed in.
 *
 * @param code its year, for example {@code 2021}; a rehearsal may add a name, {@code 2021-rehearsal}
 * @param title its name for readers
 * @param zone the time zone in which its days are counted, an IANA name such as {@code Europe/Zurich}
 * @param languages the languages it speaks; none of its texts is in another
 * @param phases its phases, one after the other
 * @param rules its rules
 */
@Coherent
record EditionInput(
        @NotNull
        @Pattern(regexp = "[0-9]{4}(-[a-z0-9]{1,20})?", message = "A year, and a name after a hyphen for a rehearsal.")
        String code,

        @NotNull @Valid @TextSize(max = 200) Text title,
        @NotNull String zone,
        @NotEmpty List<@NotNull Language> languages,
        @NotEmpty List<@NotNull @Valid Phase> phases,
        @NotNull @Valid Rules rules) {}
