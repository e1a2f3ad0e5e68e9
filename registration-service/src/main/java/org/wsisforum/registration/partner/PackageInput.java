package org.wsisforum.registration.partner;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.Editions;

/**
 * A package as the secretariat offers it to partners.
 *
 * @param code what forms and programs call it; unique in the edition
 * @param name what it is called
 * @param tier where its partners stand in the list: those of tier 1 before those of tier 2
 * @param contribution what at least is asked for; null where that is not laid down
 * @param places how many partners can have it; null for as many as come
 * @param benefits what a partner gets
 * @param confirmed whether a published source stands behind it
 */
@Schema(name = "PartnerPackageInput", description = "A package as the secretariat offers it to partners.")
record PackageInput(
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Schema(description = "What forms and programs call it; unique in the edition.", examples = "gold")
        String code,

        @NotNull @Valid @TextSize(max = 200) @Schema(description = "What it is called.")
        Text name,

        @NotNull
        @Min(1)
        @Max(99)
        @Schema(
                description = "Where its partners stand in the list: those of tier 1 before those of tier 2.",
                examples = "2")
        Integer tier,

        @Valid @Schema(description = "What at least is asked for; absent where that is not laid down.")
        Money contribution,

        @Min(1)
        @Max(1000)
        @Schema(description = "How many partners can have it; absent for as many as come.", examples = "3")
        Integer places,

        @NotNull @Size(max = 30) @Schema(description = "What a partner gets, the most important first.")
        List<@NotNull @Valid @TextSize(max = 500) Text> benefits,

        @Schema(description = "Whether a published source stands behind it.", examples = "false")
        boolean confirmed) {

    /** What the API calls the fields of a package. */
    static final Set<String> FIELDS = Stream.of(PackageInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    PackageInput {
        benefits = benefits == null ? null : List.copyOf(benefits);
    }

    /** What the rules of the edition have against it. */
    List<FieldError> faults(EditionRules year) {
        Editions.requireLanguages(year, name, "/name");
        for (var i = 0; i < benefits.size(); i++) {
            Editions.requireLanguages(year, benefits.get(i), "/benefits/" + i);
        }
        var faults = new ArrayList<FieldError>();
        if (contribution != null) {
            faults.addAll(contribution.faults(year.partnership().currencies(), "/contribution"));
        }
        return faults;
    }
}
