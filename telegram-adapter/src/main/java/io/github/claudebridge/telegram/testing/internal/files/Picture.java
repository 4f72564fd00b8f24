package io.github.claudebridge.telegram.testing.internal.files;

import io.github.claudebridge.telegram.testing.internal.core.ApiError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The size of a picture in pixels. */
record Picture(int width, int height) {

    private static final int LARGEST_SUM = 10_000;
    private static final int LARGEST_RATIO = 20;

    /** Reads the size, or refuses what is not a picture that the server can show. */
    static Picture measure(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw unusable();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return new Picture(reader.getWidth(0), reader.getHeight(0)).checked();
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw unusable();
        }
    }

    private Picture checked() {
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        if (width + height > LARGEST_SUM || longer > LARGEST_RATIO * shorter) {
            throw ApiError.badRequest("PHOTO_INVALID_DIMENSIONS");
        }
        return this;
    }

    private static ApiError unusable() {
        return ApiError.badRequest("IMAGE_PROCESS_FAILED");
    }
}
