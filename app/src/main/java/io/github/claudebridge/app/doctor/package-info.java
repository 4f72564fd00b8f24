/**
 * Looks whether everything is there that the bot needs: one {@link io.github.claudebridge.app.doctor.Check} for each thing, each of
 * which tells what it found and what to do about it. {@link io.github.claudebridge.app.doctor.Doctor} asks them all. Nothing is changed.
 */
@NullMarked
package io.github.claudebridge.app.doctor;

import org.jspecify.annotations.NullMarked;
