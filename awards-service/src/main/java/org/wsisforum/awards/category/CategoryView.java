package org.wsisforum.awards.category;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.text.Text;

/** A category as everybody may see it. */
@Schema(name = "Category", description = "A category in which prizes are given.")
record CategoryView(
        @JsonIgnore long version,

        @Schema(description = "Its number in the edition.", examples = "10")
        int number,

        @Schema(description = "The code of its Action Line.", examples = "C7-e-health")
        String actionLine,

        @Schema(description = "The short name of its Action Line, from the code list.")
        Text actionLineName,

        @Schema(description = "Its name.") Text name)
        implements Versioned {

    static CategoryView of(Category category) {
        var line = ActionLine.of(category.actionLine()).orElseThrow();
        return new CategoryView(category.version(), category.number(), line.code(), line.name(), category.name());
    }
}
