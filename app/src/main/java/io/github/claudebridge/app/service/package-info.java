/**
 * The bot as a systemd service of its user: {@link io.github.claudebridge.app.service.UnitFile} is what systemd reads, {@link
 * io.github.claudebridge.app.service.Systemctl} how it is told, {@link io.github.claudebridge.app.service.UserService} what one can do with it.
 */
@NullMarked
package io.github.claudebridge.app.service;

import org.jspecify.annotations.NullMarked;
