package org.wsisforum.awards;

import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.problem.ProblemType;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What keeps each feature a feature. */
class BoundariesTest {

    private final JavaClasses awards = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wsisforum.awards");

    @Test
    void features_form_no_circle() {
        slices().matching("org.wsisforum.awards.(*)..")
                .should()
                .beFreeOfCycles()
                .check(awards);
    }

    @Test
    void entities_repositories_and_problems_stay_in_their_feature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or(assignableTo(PanacheRepositoryBase.class))
                .or(assignableTo(ProblemType.class))
                .should()
                .bePackagePrivate()
                .check(awards);
    }

    @Test
    void endpoints_are_public_since_others_are_dropped() {
        methods()
                .that(answerRequests())
                .should()
                .bePublic()
                .andShould()
                .beDeclaredInClassesThat()
                .arePublic()
                .check(awards);
    }

    @Test
    void services_meet_over_http_only() {
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(
                        DescribedPredicate.<JavaClass>describe("are of another service", c -> c.getPackageName()
                                .matches("org\\.wsisforum\\.(registration|agenda|gateway|stack).*"))))
                .check(awards);
    }

    private static DescribedPredicate<HasAnnotations<?>> answerRequests() {
        return DescribedPredicate.describe("answer requests", method -> method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(annotation -> annotation.isAnnotatedWith(HttpMethod.class)));
    }
}
