package io.github.claudebridge.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.claudebridge.session");

    @Test
    void knows_neither_processes_nor_telegram() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.claudebridge.process..",
                        "io.github.claudebridge.telegram..",
                        "io.github.claudebridge.app..",
                        "org.telegram..")
                .check(classes);
    }

    @Test
    void no_json_type_is_in_a_public_signature() {
        DescribedPredicate<JavaClass> jackson = JavaClass.Predicates.resideInAPackage("com.fasterxml..");
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("..internal..")
                .should()
                .notHaveRawReturnType(jackson)
                .andShould()
                .notHaveRawParameterTypes(DescribedPredicate.anyElementThat(jackson))
                .check(classes);
    }

    @Test
    void the_file_machinery_knows_nothing_of_logs_and_archives() {
        noClasses()
                .that()
                .resideInAPackage("..session.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..session.log..", "..session.archive..", "..session.imports..")
                .check(classes);
    }
}
