package io.github.claudebridge.telegram.gateway;

import io.github.claudebridge.telegram.redact.Redactor;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * The last place before the wire: masks secrets in everything that a request carries, the content of files apart. A mask is as long as
 * what it hides, so that the places of entities stay right. The bot's own token in the address is what it must be.
 */
final class RedactingInterceptor implements Interceptor {

    private final Redactor redactor;

    RedactingInterceptor(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null || body.contentLength() == 0) {
            return chain.proceed(request);
        }
        RequestBody clean = body instanceof MultipartBody form ? clean(form) : clean(body);
        return chain.proceed(
                request.newBuilder().method(request.method(), clean).build());
    }

    private MultipartBody clean(MultipartBody form) throws IOException {
        MultipartBody.Builder clean = new MultipartBody.Builder(form.boundary()).setType(form.type());
        for (MultipartBody.Part part : form.parts()) {
            RequestBody body = part.body() instanceof FileRequestBody ? part.body() : clean(part.body());
            Headers headers = part.headers();
            clean.addPart(MultipartBody.Part.create(headers == null ? null : clean(headers), body));
        }
        return clean.build();
    }

    /** In the name of a file the server would make spaces of the dots, and drop those at its beginning. */
    private Headers clean(Headers headers) {
        Headers.Builder clean = new Headers.Builder();
        for (String name : headers.names()) {
            headers.values(name)
                    .forEach(value ->
                            clean.addUnsafeNonAscii(name, redactor.clean(value).replace('•', '_')));
        }
        return clean.build();
    }

    private RequestBody clean(RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return RequestBody.create(redactor.clean(buffer.readUtf8()), body.contentType());
    }
}
