package io.github.claudebridge.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the home can be used, whether others can look into it, and whether there is room. */
final class HomeCheck implements Check {

    private static final String SUBJECT = "Home";
    private static final long MIB = 1 << 20;
    private static final long TOO_LITTLE = 100 * MIB;
    private static final long LITTLE = 1024 * MIB;
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path home;

    HomeCheck(Path home) {
        this.home = home;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        if (Files.isDirectory(home)) {
            findings.add(folder());
            openToOthers(home.resolve("state"), "700", findings);
            openToOthers(home.resolve("config.toml"), "600", findings);
        } else {
            findings.add(missing());
        }
        findings.add(space());
        return findings;
    }

    private Finding missing() {
        Path parent = existing(home);
        return Files.isDirectory(parent) && Files.isWritable(parent)
                ? Finding.ok(SUBJECT, home + " will be made at the first start")
                : Finding.failure(
                        SUBJECT,
                        home + " cannot be made in " + parent,
                        "Give this user the right to write there, or choose another folder with --home.");
    }

    private Finding folder() {
        return Files.isWritable(home) && Files.isExecutable(home)
                ? Finding.ok(SUBJECT, home.toString())
                : Finding.failure(
                        SUBJECT,
                        home + " cannot be written",
                        "Give this user the right to write there, or choose another folder with --home.");
    }

    private static void openToOthers(Path secret, String mode, List<Finding> findings) {
        try {
            if (Files.exists(secret)
                    && Files.getPosixFilePermissions(secret).stream().anyMatch(OF_OTHERS::contains)) {
                findings.add(Finding.warning(
                        "Permissions",
                        "Other users of this host can read " + secret,
                        "Run: chmod " + mode + " " + secret));
            }
        } catch (IOException | UnsupportedOperationException e) {
            findings.add(Finding.warning("Permissions", "Those of " + secret + " cannot be read", ""));
        }
    }

    private Finding space() {
        long free;
        try {
            free = Files.getFileStore(existing(home)).getUsableSpace();
        } catch (IOException e) {
            return Finding.warning("Disk", "Its free space cannot be read: " + e.getMessage(), "");
        }
        String text = free / MIB + " MiB free";
        String nextStep = "Make room on the disk of " + home + "; claude-bridge sessions archives shows old archives.";
        if (free < TOO_LITTLE) {
            return Finding.failure("Disk", text, nextStep);
        }
        return free < LITTLE ? Finding.warning("Disk", text, nextStep) : Finding.ok("Disk", text);
    }

    private static Path existing(Path path) {
        Path there = path;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
