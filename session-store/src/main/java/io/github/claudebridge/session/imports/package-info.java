/**
 * Sessions of the Python bridge that came before: {@link io.github.claudebridge.session.imports.PredecessorImport} finds
 * them and copies them, without touching the originals.
 */
@NullMarked
package io.github.claudebridge.session.imports;

import org.jspecify.annotations.NullMarked;
