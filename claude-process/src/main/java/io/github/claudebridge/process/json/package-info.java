/** JSON as a value in public signatures, without any JSON library's types. Enter at {@link Json}. */
@NullMarked
package io.github.claudebridge.process.json;

import org.jspecify.annotations.NullMarked;
