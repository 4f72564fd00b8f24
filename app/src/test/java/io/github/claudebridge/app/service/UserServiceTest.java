package io.github.claudebridge.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UnitFile UNIT = new UnitFile(List.of("/bin/true"), "/bin");

    @TempDir
    Path folder;

    @Test
    void installing_writes_the_unit_file_and_starts_the_service_now_and_always() throws Exception {
        UserService service = service("exit 0");

        service.install(UNIT);

        assertThat(service.isInstalled()).isTrue();
        assertThat(service.file()).hasContent(UNIT.text());
        assertThat(told())
                .containsExactly("daemon-reload", "enable claude-bridge.service", "restart claude-bridge.service");
    }

    @Test
    void installing_again_brings_the_file_up_to_date() throws Exception {
        UserService service = service("exit 0");
        service.install(UNIT);
        UnitFile other = new UnitFile(List.of("/bin/false"), "/bin");

        service.install(other);

        assertThat(service.file()).hasContent(other.text());
    }

    @Test
    void uninstalling_stops_the_service_and_removes_the_file() throws Exception {
        UserService service = service("exit 0");
        service.install(UNIT);

        assertThat(service.uninstall()).isTrue();

        assertThat(service.file()).doesNotExist();
        assertThat(told()).endsWith("disable --now claude-bridge.service", "daemon-reload");
        assertThat(service.uninstall()).isFalse();
    }

    @Test
    void what_systemd_says_against_it_is_told() throws Exception {
        UserService service = service("echo Failed to connect to bus; exit 1");

        assertThatThrownBy(() -> service.install(UNIT))
                .isInstanceOf(ServiceException.class)
                .hasMessageContainingAll("Failed to connect to bus", "loginctl enable-linger");
    }

    @Test
    void a_host_without_systemd_is_told_what_to_do_instead() {
        UserService service = new UserService(new Systemctl(List.of("/no/such/systemctl"), PATIENCE), folder);

        assertThatThrownBy(service::status)
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("claude-bridge run");
    }

    @Test
    void the_status_is_what_systemd_says() throws Exception {
        Systemctl.Reply reply = service("echo inactive; exit 3").status();

        assertThat(reply).isEqualTo(new Systemctl.Reply(3, "inactive"));
    }

    @Test
    void a_systemd_that_does_not_answer_is_told_and_ended() throws Exception {
        UserService service = service("exec sleep 600", Duration.ofMillis(300));

        assertThatThrownBy(service::status).isInstanceOf(ServiceException.class).hasMessageContaining("does not end");
    }

    @Test
    void the_beginning_of_a_long_answer_is_enough() throws Exception {
        Systemctl.Reply reply =
                service("head -c 200000 /dev/zero | tr '\\0' x; exit 3").status();

        assertThat(reply.code()).isEqualTo(3);
        assertThat(reply.text()).hasSize(64 * 1024);
    }

    @Test
    void it_is_active_when_systemd_says_so() throws Exception {
        assertThat(service("exit 0").isActive()).isTrue();
        assertThat(service("exit 3").isActive()).isFalse();
    }

    private UserService service(String behaviour) throws IOException {
        return service(behaviour, PATIENCE);
    }

    private UserService service(String behaviour, Duration patience) throws IOException {
        Path script = Files.writeString(
                folder.resolve("systemctl"), "#!/bin/sh\necho \"$@\" >> '" + log() + "'\n" + behaviour + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new UserService(new Systemctl(List.of(script.toString()), patience), folder.resolve("config"));
    }

    private List<String> told() throws IOException {
        return Files.readAllLines(log());
    }

    private Path log() {
        return folder.resolve("told");
    }
}
