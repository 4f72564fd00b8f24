/** What the library costs: programs that print numbers (docs/performance.md says how to run them), and tests that bound them. */
@NullMarked
package io.github.claudebridge.process.bench;

import org.jspecify.annotations.NullMarked;
