package io.github.claudebridge.app.control;

import io.github.claudebridge.app.cli.ExitCode;
import io.github.claudebridge.app.cli.StartException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A connection to the bot that runs with a home. Not thread-safe. */
public final class ControlClient implements AutoCloseable {

    private final SocketChannel channel;
    private final InputStream in;

    private ControlClient(SocketChannel channel) {
        this.channel = channel;
        this.in = new BufferedInputStream(Channels.newInputStream(channel));
    }

    /** Connects, if a bot runs there; a socket that a killed one left behind is none. */
    public static Optional<ControlClient> connect(Path home) {
        try {
            return Optional.of(new ControlClient(SocketChannel.open(ControlSocket.address(home))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Asks, once in a connection, and waits for the end.
     *
     * @param hear takes what the bot says before the end
     * @return the end
     * @throws StartException if the bot ends before
     */
    public Reply.End ask(Request request, Consumer<Reply> hear) throws StartException {
        try {
            ByteBuffer line = ByteBuffer.wrap(Wire.bytes(request));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            while (true) {
                Reply reply = Wire.reply(in);
                if (reply instanceof Reply.End end) {
                    return end;
                }
                hear.accept(reply);
            }
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.BUSY, "The bot that runs with this home ended meanwhile, or does not answer. Try again.");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It ends with this process.
        }
    }
}
