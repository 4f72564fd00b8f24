/**
 * Personas: how Claude should answer in a session.
 *
 * <p>{@link io.github.claudebridge.session.persona.PersonaLibrary} reads the library of a home; a session keeps its own
 * copy, which {@link io.github.claudebridge.session.Session#persona()} reads.
 */
@NullMarked
package io.github.claudebridge.session.persona;

import org.jspecify.annotations.NullMarked;
