/**
 * JSON as a value in public signatures, without any JSON library's types. Enter at {@link Json}; {@link
 * io.github.claudebridge.process.json.JsonSlice} reads large JSON out of bytes.
 */
@NullMarked
package io.github.claudebridge.process.json;

import org.jspecify.annotations.NullMarked;
