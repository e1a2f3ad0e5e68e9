package org.wsisforum.agenda;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The few boundaries that would drift if nobody watched. */
class BoundariesTest {

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wsisforum.agenda");

    @Test
    void features_form_no_circle() {
        slices().matching("org.wsisforum.agenda.(*)..")
                .should()
                .beFreeOfCycles()
                .check(service);
    }

    @Test
    void entities_stay_in_their_feature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(service);
    }

    @Test
    void endpoints_are_public_since_others_vanish_without_a_word() {
        methods()
                .that()
                .areAnnotatedWith(PermitAll.class)
                .or()
                .areAnnotatedWith(RolesAllowed.class)
                .should()
                .bePublic()
                .check(service);
    }
}
