package io.github.claudebridge.telegram.testing.internal.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.claudebridge.telegram.testing.Call;
import io.github.claudebridge.telegram.testing.Fault;
import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.core.Token;
import io.github.claudebridge.telegram.testing.internal.core.World;
import io.github.claudebridge.telegram.testing.internal.faults.FaultScript;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes calls of the form {@code /bot<token>/<method>} and downloads of the form {@code /file/bot<token>/<path>}. */
final class ApiHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final String BOT = "/bot";
    private static final String FILE = "/file/bot";

    private final String token;
    private final World world;
    private final MethodTable methods;
    private final FaultScript faults;
    private final CallLog log;
    private final Function<String, Optional<byte[]>> downloads;

    ApiHandler(
            String token,
            World world,
            MethodTable methods,
            FaultScript faults,
            CallLog log,
            Function<String, Optional<byte[]>> downloads) {
        this.token = token;
        this.world = world;
        this.methods = methods;
        this.faults = faults;
        this.log = log;
        this.downloads = downloads;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith(FILE)) {
                ReplyWriter.write(exchange, download(path.substring(FILE.length())));
            } else if (path.startsWith(BOT)) {
                call(exchange, path.substring(BOT.length()));
            } else {
                ReplyWriter.write(exchange, Reply.error(new ApiError(404, "Not Found")));
            }
        } finally {
            exchange.close();
        }
    }

    private Reply download(String rest) {
        int slash = rest.indexOf('/');
        try {
            checkToken(slash < 0 ? rest : rest.substring(0, slash));
        } catch (ApiError e) {
            return Reply.error(e);
        }
        return downloads
                .apply(rest.substring(slash + 1))
                .map(bytes -> new Reply(200, "application/octet-stream", Map.of(), bytes))
                .orElseGet(() -> Reply.error(new ApiError(404, "Not Found")));
    }

    private void call(HttpExchange exchange, String rest) throws IOException {
        Instant at = world.now();
        int slash = rest.indexOf('/');
        if (slash < 0) {
            ReplyWriter.write(exchange, Reply.error(new ApiError(404, "Not Found")));
            return;
        }
        String called = rest.substring(slash + 1);
        Optional<MethodTable.Entry> entry = methods.find(called);
        Parameters parameters = new Parameters(Map.of(), Map.of());
        Optional<Fault> fault = Optional.empty();
        Reply reply;
        try {
            checkToken(rest.substring(0, slash));
            parameters = RequestReader.read(exchange);
            fault = faults.next(called, parameters.text("chat_id"));
            reply = answer(fault, entry, parameters);
        } catch (ApiError e) {
            reply = Reply.error(e);
        } catch (RuntimeException e) {
            LOG.error("The fake Telegram failed in {}", called, e);
            reply = Reply.error(new ApiError(500, "Internal Server Error: the fake itself failed: " + e));
        }
        boolean cut = fault.filter(ApiHandler::cuts).isPresent();
        log.add(new Call(
                at,
                entry.map(MethodTable.Entry::name).orElse(called),
                parameters.values(),
                uploadNames(parameters),
                cut ? 0 : reply.status(),
                reply.text()));
        write(exchange, reply, fault);
    }

    private static Reply answer(Optional<Fault> fault, Optional<MethodTable.Entry> entry, Parameters parameters) {
        if (fault.isPresent()) {
            if (fault.get() instanceof Fault.Refused refused) {
                ApiError error = new ApiError(refused.status(), refused.description());
                refused.parameters().forEach(error::with);
                throw error;
            }
            if (fault.get() instanceof Fault.BadGateway) {
                return Reply.badGateway();
            }
            if (fault.get() instanceof Fault.CutBefore) {
                return Reply.nothing();
            }
        }
        BotMethod method = entry.orElseThrow(() -> new ApiError(404, "Not Found: method not found"))
                .method();
        return Reply.ok(method.call(parameters));
    }

    private void write(HttpExchange exchange, Reply reply, Optional<Fault> fault) throws IOException {
        if (fault.filter(ApiHandler::cuts).isPresent()) {
            return;
        }
        if (fault.orElse(null) instanceof Fault.TruncatedAnswer) {
            ReplyWriter.writeHalf(exchange, reply);
            return;
        }
        if (fault.orElse(null) instanceof Fault.Slow slow) {
            world.pause(slow.delay());
        }
        ReplyWriter.write(exchange, reply);
    }

    private static boolean cuts(Fault fault) {
        return fault instanceof Fault.CutBefore || fault instanceof Fault.AppliedThenCut;
    }

    private void checkToken(String given) {
        if (!Token.isWellFormed(given)) {
            throw new ApiError(401, "Unauthorized: invalid token specified");
        }
        if (!given.equals(token)) {
            throw new ApiError(401, "Unauthorized");
        }
    }

    private static Map<String, String> uploadNames(Parameters parameters) {
        Map<String, String> names = new LinkedHashMap<>();
        parameters.uploads().forEach((part, upload) -> names.put(part, upload.fileName()));
        return names;
    }
}
