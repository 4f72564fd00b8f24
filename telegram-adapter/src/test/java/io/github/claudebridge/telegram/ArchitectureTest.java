package io.github.claudebridge.telegram;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String TELEGRAM = "io.github.claudebridge.telegram.";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.claudebridge.telegram");

    @Test
    void only_the_gateway_knows_the_telegram_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage(TELEGRAM + "gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.telegram..", "okhttp3..")
                .check(classes);
    }

    @Test
    void conversation_and_commands_speak_to_the_chat_port_only() {
        noClasses()
                .that()
                .resideInAnyPackage(TELEGRAM + "conversation..", TELEGRAM + "command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TELEGRAM + "gateway..", TELEGRAM + "render..", TELEGRAM + "testing..")
                .check(classes);
    }

    @Test
    void the_conversation_knows_no_commands() {
        noClasses()
                .that()
                .resideInAPackage(TELEGRAM + "conversation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TELEGRAM + "command..")
                .check(classes);
    }

    @Test
    void journal_rendering_and_the_fake_server_stand_alone() {
        for (String alone : List.of("journal", "render", "testing")) {
            noClasses()
                    .that()
                    .resideInAPackage(TELEGRAM + alone + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.github.claudebridge..")
                            .and(resideOutsideOfPackage(TELEGRAM + alone + "..")))
                    .check(classes);
        }
    }

    @Test
    void the_adapter_does_not_know_the_app() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.claudebridge.app..")
                .check(classes);
    }
}
