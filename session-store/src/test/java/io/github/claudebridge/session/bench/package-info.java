/** Measures the numbers in docs/performance.md. Run by hand: {@code SessionStoreBenchmark <folder> <megabytes>}. */
package io.github.claudebridge.session.bench;
