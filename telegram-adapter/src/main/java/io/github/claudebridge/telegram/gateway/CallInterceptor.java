package io.github.claudebridge.telegram.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells an observer of calls. */
final class CallInterceptor implements Interceptor {

    private final CallObserver observer;

    CallInterceptor(CallObserver observer) {
        this.observer = observer;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        List<String> path = chain.request().url().pathSegments();
        String method =
                path.get(0).equals("file") ? "file" : path.get(path.size() - 1).toLowerCase(Locale.ROOT);
        long start = System.nanoTime();
        int status = 0;
        try {
            Response response = chain.proceed(chain.request());
            status = response.code();
            return response;
        } finally {
            observer.called(method, status, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
