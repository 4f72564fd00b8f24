package io.github.claudebridge.session;

import java.util.Optional;

/**
 * What the files in a session's folder ask for, other than what is granted. It has no effect until the owner agrees and
 * the grants are changed. Immutable and thread-safe.
 *
 * @param directory the directory that the metadata names, as written there; empty when it asks for no other one
 * @param permissionMode the permission mode that the metadata names, as written there; empty when it asks for no other
 */
public record GrantRequest(Optional<String> directory, Optional<String> permissionMode) {}
