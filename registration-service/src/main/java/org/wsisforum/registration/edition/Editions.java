package org.wsisforum.registration.edition;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

import static org.wsisforum.registration.edition.EditionProblem.EDITION_NOT_FOUND;
import static org.wsisforum.registration.edition.EditionProblem.LANGUAGE_NOT_OF_EDITION;

/** The editions that registration knows. */
@ApplicationScoped
public class Editions implements PanacheRepositoryBase<Edition, String> {

    /** The rules of an edition; 404 for one that there is not. */
    public EditionRules require(String code) {
        return findByIdOptional(code)
                .map(Edition::rules)
                .orElseThrow(() -> EDITION_NOT_FOUND.because("There is no edition " + code + "."));
    }

    /**
     * Refuses a text in a language in which the edition is not held.
     *
     * @param pointer where the text stands in the body
     */
    public static void requireLanguages(EditionRules edition, Text text, String pointer) {
        if (text == null) {
            return;
        }
        var others = text.languagesOutside(edition.languages());
        if (!others.isEmpty()) {
            throw LANGUAGE_NOT_OF_EDITION.because(
                    "The edition " + edition.code() + " is not held in "
                            + String.join(
                                    ", ", others.stream().map(l -> l.tag()).toList()) + ".",
                    others.stream()
                            .map(l -> FieldError.at(
                                    pointer + "/" + l.tag(), "language-not-of-edition", "No language of this edition."))
                            .toList());
        }
    }

    /** Refuses a language in which the edition is not held. */
    public static void requireLanguage(EditionRules edition, Language language, String pointer) {
        if (!edition.languages().contains(language)) {
            throw LANGUAGE_NOT_OF_EDITION.because(
                    "The edition " + edition.code() + " is not held in " + language.tag() + ".",
                    List.of(FieldError.at(pointer, "language-not-of-edition", "No language of this edition.")));
        }
    }

    /** The rules of all editions, by code. */
    public List<EditionRules> inOrder() {
        return listAll(Sort.by("code")).stream().map(Edition::rules).toList();
    }
}
