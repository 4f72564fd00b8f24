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

    /** The name under which downloads are recorded and can be made to fail. */
    private static final String DOWNLOAD = "download";

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
            if (CrossSite.isSuspected(exchange)) {
                ReplyWriter.write(exchange, Reply.error(new ApiError(403, "Forbidden: called by a web page")));
            } else if (path.startsWith(FILE)) {
                download(exchange, path.substring(FILE.length()));
            } else if (path.startsWith(BOT)) {
                call(exchange, path.substring(BOT.length()));
            } else {
                ReplyWriter.write(exchange, Reply.error(new ApiError(404, "Not Found")));
            }
        } finally {
            exchange.close();
        }
    }

    private void download(HttpExchange exchange, String rest) throws IOException {
        int slash = rest.indexOf('/');
        String token = slash < 0 ? rest : rest.substring(0, slash);
        String path = rest.substring(slash + 1);
        Parameters parameters = new Parameters(Map.of("file_path", path), Map.of());
        serve(
                exchange,
                DOWNLOAD,
                token,
                () -> parameters,
                given -> downloads.apply(path).map(Reply::file).orElseThrow(() -> new ApiError(404, "Not Found")));
    }

    private void call(HttpExchange exchange, String rest) throws IOException {
        int slash = rest.indexOf('/');
        if (slash < 0) {
            ReplyWriter.write(exchange, Reply.error(new ApiError(404, "Not Found")));
            return;
        }
        String called = rest.substring(slash + 1);
        Optional<MethodTable.Entry> entry = methods.find(called);
        String name = entry.map(MethodTable.Entry::name).orElse(called);
        serve(
                exchange,
                name,
                rest.substring(0, slash),
                () -> RequestReader.read(exchange),
                parameters -> Reply.ok(entry.orElseThrow(() -> new ApiError(404, "Not Found: method not found"))
                        .method()
                        .call(parameters)));
    }

    /** Checks the token, applies what a test has scripted, answers and records. */
    private void serve(
            HttpExchange exchange, String name, String givenToken, Request request, Function<Parameters, Reply> method)
            throws IOException {
        Instant at = world.now();
        Parameters parameters = new Parameters(Map.of(), Map.of());
        Optional<Fault> fault = Optional.empty();
        Reply reply;
        try {
            checkToken(givenToken);
            parameters = request.read();
            fault = faults.next(name, parameters.text("chat_id"));
            reply = answer(fault, method, parameters);
        } catch (ApiError e) {
            reply = Reply.error(e);
        } catch (RuntimeException e) {
            LOG.error("The fake Telegram failed in {}", name, e);
            reply = Reply.error(new ApiError(500, "Internal Server Error: the fake itself failed: " + e));
        }
        boolean cut = fault.filter(ApiHandler::cuts).isPresent();
        log.add(new Call(
                at, name, parameters.values(), uploadNames(parameters), cut ? 0 : reply.status(), reply.recorded()));
        write(exchange, reply, fault);
    }

    /** The parameters of a call, which may have to be read first. */
    private interface Request {
        Parameters read() throws IOException;
    }

    private static Reply answer(Optional<Fault> fault, Function<Parameters, Reply> method, Parameters parameters) {
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
        return method.apply(parameters);
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
