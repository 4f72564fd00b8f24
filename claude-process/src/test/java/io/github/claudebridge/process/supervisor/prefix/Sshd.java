package io.github.claudebridge.process.supervisor.prefix;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A server for secure shells on loopback, with keys, port and configuration of its own. Not thread-safe. */
final class Sshd implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final Process process;

    /**
     * Starts it, and waits until it takes connections.
     *
     * @param folder empty, for keys and configuration
     */
    Sshd(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        Files.createDirectories(Path.of("/run/sshd"));
        for (String key : List.of("host_key", "user_key")) {
            Worker.run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        Files.writeString(
                folder.resolve("known_hosts"),
                "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host_key.pub")));
        Files.writeString(
                folder.resolve("sshd_config"),
                String.join(
                        "\n",
                        "ListenAddress 127.0.0.1:" + port,
                        "HostKey " + folder.resolve("host_key"),
                        "AuthorizedKeysFile " + folder.resolve("user_key.pub"),
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        ""));
        process = new ProcessBuilder(
                        "/usr/sbin/sshd",
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::listens);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("sshd has ended: " + Files.readString(folder.resolve("sshd.log")));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The client, up to the line for the shell on the other side. */
    List<String> client(String user) {
        return List.of(
                "ssh",
                "-F",
                "none",
                "-T",
                "-p",
                Integer.toString(port),
                "-i",
                folder.resolve("user_key").toString(),
                "-o",
                "UserKnownHostsFile=" + folder.resolve("known_hosts"),
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "BatchMode=yes",
                "-o",
                "IdentitiesOnly=yes",
                user + "@127.0.0.1");
    }

    @Override
    public void close() {
        List<ProcessHandle> sessions = process.descendants().toList();
        process.destroy();
        process.onExit().join();
        sessions.forEach(ProcessHandle::destroyForcibly);
    }
}
