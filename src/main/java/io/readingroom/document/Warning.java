package io.readingroom.document;

import org.jspecify.annotations.Nullable;

/// Something the reader of an answer must know about the text it rests on.
///
/// @param code a stable word, such as `page-without-text`
/// @param page the page it concerns, or null when it concerns the document
public record Warning(String code, @Nullable Integer page) {

    /// A warning about the whole document.
    public static Warning of(String code) {
        return new Warning(code, null);
    }
}
