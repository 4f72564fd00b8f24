/** The file machinery: atomic writes, guarded reads, locks, JSON, staging. Not part of the API. */
@NullMarked
package io.github.claudebridge.session.internal;

import org.jspecify.annotations.NullMarked;
