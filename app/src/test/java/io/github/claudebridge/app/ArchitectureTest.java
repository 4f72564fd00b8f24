package io.github.claudebridge.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.claudebridge");

    @Test
    void nothing_knows_the_app() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.claudebridge.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.claudebridge.app..")
                .check(classes);
    }

    @Test
    void the_two_libraries_at_the_bottom_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("io.github.claudebridge.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.claudebridge.session..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("io.github.claudebridge.session..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.claudebridge.process..")
                .check(classes);
    }

    @Test
    void the_app_leaves_telegram_and_json_to_the_modules() {
        noClasses()
                .that()
                .resideInAPackage("io.github.claudebridge.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.telegram..", "okhttp3..", "org.commonmark..", "org.apache.commons.compress..")
                .check(classes);
    }
}
