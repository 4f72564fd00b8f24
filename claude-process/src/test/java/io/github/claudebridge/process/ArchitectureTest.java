package io.github.claudebridge.process;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.claudebridge.process");

    @Test
    void knows_nothing_of_the_other_modules() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.claudebridge.session..",
                        "io.github.claudebridge.telegram..",
                        "io.github.claudebridge.app..",
                        "org.telegram..")
                .allowEmptyShould(true)
                .check(classes);
    }
}
