package io.readingroom.register;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which page of an answer is asked for, as it was sent.
class PageRequest {

    private static final int LARGEST = 1000;

    @QueryParam("limit")
    @DefaultValue("100")
    @Parameter(description = "The most events on a page, 1 to 1000.", example = "100")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the page before.", example = "YWZ0ZXIgNDI")
    @Nullable
    String cursor;

    int size() {
        try {
            int size = Integer.parseInt(String.valueOf(limit));
            if (size >= 1 && size <= LARGEST) {
                return size;
            }
        } catch (NumberFormatException malformed) {
            throw EventFilters.invalid();
        }
        throw EventFilters.invalid();
    }

    Cursor after() {
        return cursor == null ? Cursor.START : Cursor.parse(cursor);
    }
}
