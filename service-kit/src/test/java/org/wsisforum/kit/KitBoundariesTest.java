package org.wsisforum.kit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What keeps the kit a set of conventions and not a drawer for everything. */
class KitBoundariesTest {

    private final JavaClasses kit = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wsisforum.kit");

    @Test
    void a_convention_depends_on_no_other_but_problem() {
        // openapi describes all of them; reference speaks in texts of six languages; a list names the changes that
        // follow it; webhook is an API of its own, which keeps the conventions like any feature.
        slices().matching("org.wsisforum.kit.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("..kit.problem.."))
                .ignoreDependency(resideInAPackage("..kit.openapi.."), DescribedPredicate.alwaysTrue())
                .ignoreDependency(resideInAPackage("..kit.reference.."), resideInAPackage("..kit.text.."))
                .ignoreDependency(resideInAPackage("..kit.webhook.."), DescribedPredicate.alwaysTrue())
                .ignoreDependency(resideInAPackage("..kit.paging.."), resideInAPackage("..kit.changes.."))
                .check(kit);
    }

    @Test
    void the_kit_knows_no_noun_of_the_forum() {
        classes()
                .that(resideInAnyPackage("org.wsisforum.kit.."))
                .should()
                .haveSimpleNameNotContaining("Invitation")
                .andShould()
                .haveSimpleNameNotContaining("Statement")
                .andShould()
                .haveSimpleNameNotContaining("Vote")
                .andShould()
                .haveSimpleNameNotContaining("Project")
                .check(kit);
    }

    @Test
    void the_kit_depends_on_no_service() {
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(
                        DescribedPredicate.<JavaClass>describe("are of a service", c -> c.getPackageName()
                                .matches("org\\.wsisforum\\.(registration|agenda|awards|gateway).*"))))
                .check(kit);
    }
}
