package io.github.claudebridge.telegram.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class FakeTelegramArchitectureTest {

    private static final String HERE = "io.github.claudebridge.telegram.testing";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HERE);

    @Test
    void knows_nothing_of_the_bot_that_it_tests_or_of_its_library() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.claudebridge.process..",
                        "io.github.claudebridge.session..",
                        "io.github.claudebridge.telegram",
                        "io.github.claudebridge.telegram.conversation..",
                        "io.github.claudebridge.telegram.command..",
                        "io.github.claudebridge.telegram.render..",
                        "io.github.claudebridge.telegram.gateway..",
                        "io.github.claudebridge.telegram.journal..",
                        "org.telegram..")
                .check(classes);
    }

    @Test
    void what_others_see_shows_neither_json_nodes_nor_the_inside() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(HERE)
                .and()
                .arePublic()
                .should()
                .notHaveRawReturnType(JavaClass.Predicates.resideInAnyPackage("com.fasterxml..", HERE + ".internal.."))
                .check(classes);
    }

    @Test
    void the_parts_inside_do_not_depend_on_each_other_in_circles() {
        SlicesRuleDefinition.slices()
                .matching(HERE + ".internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}
