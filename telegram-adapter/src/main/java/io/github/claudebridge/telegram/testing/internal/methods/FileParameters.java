package io.github.claudebridge.telegram.testing.internal.methods;

import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import io.github.claudebridge.telegram.testing.internal.files.FileName;
import io.github.claudebridge.telegram.testing.internal.files.FileStore;
import io.github.claudebridge.telegram.testing.internal.files.StoredFile;
import io.github.claudebridge.telegram.testing.internal.transport.Parameters;
import io.github.claudebridge.telegram.testing.internal.transport.Upload;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the file out of a call: a part of the request, or the identifier of a file that the server has. */
final class FileParameters {

    private static final String ATTACH = "attach://";
    private static final int LARGEST = 50 << 20;
    private static final int LARGEST_PHOTO = 10 << 20;

    private final FileStore files;

    FileParameters(FileStore files) {
        this.files = files;
    }

    /**
     * The file in the parameter {@code name}.
     *
     * @param lint is told what the real server would change without a word
     */
    StoredFile read(Parameters call, String name, String kind, Consumer<String> lint) {
        Optional<Upload> direct = call.upload(name);
        if (direct.isPresent()) {
            return store(direct.get(), kind, lint);
        }
        if (!call.has(name)) {
            throw ApiError.badRequest("there is no " + kind + " in the request");
        }
        return resolve(call, call.text(name), kind, lint);
    }

    /** The file that {@code reference} means: {@code attach://part} or a file's identifier. */
    StoredFile resolve(Parameters call, String reference, String kind, Consumer<String> lint) {
        if (reference.startsWith(ATTACH)) {
            Upload part = call.upload(reference.substring(ATTACH.length())).orElseThrow(FileParameters::wrong);
            return store(part, kind, lint);
        }
        StoredFile known = files.find(reference).orElseThrow(FileParameters::wrong);
        if (!known.kind().equals(kind)) {
            throw ApiError.badRequest("type of file mismatch");
        }
        return known;
    }

    private StoredFile store(Upload upload, String kind, Consumer<String> lint) {
        int size = upload.bytes().length;
        if (size == 0) {
            throw ApiError.badRequest("file must be non-empty");
        }
        if (size > LARGEST) {
            throw new ApiError(413, "Request Entity Too Large");
        }
        if (kind.equals("photo") && size > LARGEST_PHOTO) {
            throw ApiError.badRequest("IMAGE_PROCESS_FAILED");
        }
        if (kind.equals("document")) {
            FileName.complaints(upload.fileName()).forEach(lint);
        }
        return files.add(kind, upload.fileName(), upload.contentType(), upload.bytes());
    }

    private static ApiError wrong() {
        return ApiError.badRequest("wrong file identifier/HTTP URL specified");
    }
}
