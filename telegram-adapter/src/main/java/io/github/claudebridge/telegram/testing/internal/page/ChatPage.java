package io.github.claudebridge.telegram.testing.internal.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.claudebridge.telegram.testing.internal.core.World;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the chat page of one person: the page itself, a stream of what changes, and what the person does. Everything lies under a
 * path that holds a secret, and requests that name another host or come from another page are refused. Thread-safe.
 */
public final class ChatPage implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ChatPage.class);

    private final String root;
    private final World world;
    private final PageState state;
    private final PageActions actions;
    private final PageFiles files;

    /** @param root the path of the page, which ends with its secret */
    public ChatPage(String root, World world, PageState state, PageActions actions, PageFiles files) {
        this.root = root;
        this.world = world;
        this.state = state;
        this.actions = actions;
        this.files = files;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            PageReply.forbidEverythingForeign(exchange);
            if (!SameSite.accepts(exchange)) {
                PageReply.send(exchange, 403, "text/plain", "This page is only for this computer.");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            String rest = path.startsWith(root + "/") ? path.substring(root.length() + 1) : "";
            boolean post = exchange.getRequestMethod().equals("POST");
            if (path.startsWith(root + "/")) {
                route(exchange, rest, post);
            } else {
                PageReply.notFound(exchange);
            }
        } catch (IllegalArgumentException | NoSuchElementException e) {
            PageReply.send(exchange, 400, "text/plain", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.debug("The browser went away", e);
        } finally {
            exchange.close();
        }
    }

    private void route(HttpExchange exchange, String rest, boolean post) throws IOException {
        Query query = Query.of(exchange);
        if (post && rest.equals("act")) {
            actions.act(exchange.getRequestBody());
            PageReply.send(exchange, 200, "application/json", "{}");
        } else if (post && rest.equals("upload")) {
            actions.upload(query, exchange.getRequestBody());
            PageReply.send(exchange, 200, "application/json", "{}");
        } else if (post) {
            PageReply.notFound(exchange);
        } else if (rest.equals("events")) {
            new EventStream(world, () -> state.snapshot(query)).serve(exchange);
        } else if (rest.startsWith("file/")) {
            files.serve(exchange, rest.substring("file/".length()));
        } else {
            Assets.serve(exchange, rest);
        }
    }
}
