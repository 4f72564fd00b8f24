package io.github.claudebridge.process;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.github.claudebridge.process";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

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

    @Test
    void framing_knows_neither_json_nor_anything_above_it() {
        dependsOnlyOn("framing", "java..", "org.jspecify..");
    }

    @Test
    void transport_knows_no_json_and_nothing_of_claude_but_its_errors() {
        dependsOnlyOn("transport", "java..", "org.jspecify..", ROOT + ".error..");
    }

    @Test
    void protocol_knows_no_processes_no_threads_and_no_lines() {
        dependsOnlyOn(
                "protocol",
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                ROOT + ".event..",
                ROOT + ".error..",
                ROOT + ".json..");
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".protocol..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Process.class, ProcessBuilder.class, ProcessHandle.class, Thread.class)
                .check(classes);
    }

    @Test
    void only_json_protocol_and_transcript_know_the_json_library() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".json..", ROOT + ".protocol..", ROOT + ".transcript..", ROOT + ".testing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(classes);
    }

    @Test
    void no_public_signature_shows_the_json_library() {
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("..internal..")
                .should()
                .haveRawReturnType(resideInAPackage("com.fasterxml.jackson.."))
                .orShould()
                .haveRawParameterTypes(anyElementThat(resideInAPackage("com.fasterxml.jackson..")))
                .check(classes);
    }

    @Test
    void only_transport_terminal_and_testing_start_processes() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".transport..", ROOT + ".terminal..", ROOT + ".testing..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .check(classes);
    }

    @Test
    void only_terminal_knows_the_libraries_for_terminals() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.pty4j..", "org.jline..")
                .check(classes);
    }

    @Test
    void nothing_needs_a_terminal() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".terminal..")
                .check(classes);
    }

    private void dependsOnlyOn(String layer, String... allowed) {
        String self = ROOT + "." + layer + "..";
        classes()
                .that()
                .resideInAPackage(self)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        Stream.concat(Stream.of(self), Stream.of(allowed)).toArray(String[]::new)))
                .check(classes);
    }
}
