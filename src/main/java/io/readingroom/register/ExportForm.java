package io.readingroom.register;

import io.readingroom.document.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// A form in which events are given out as a whole.
enum ExportForm {
    JSONL("application/jsonl"),
    CSV("text/csv;charset=UTF-8"),
    OCSF("application/jsonl");

    private final String mediaType;

    ExportForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /// Writes events one by one.
    interface Lines {

        /// What stands before the first event.
        default void begin(OutputStream out) throws IOException {}

        void write(RecordedEvent event, OutputStream out) throws IOException;
    }

    /// @throws RefusedException with [AuditRefusal#FILTER_INVALID] when there is none of this name
    static ExportForm of(String name) {
        for (ExportForm form : values()) {
            if (form.word().equals(name)) {
                return form;
            }
        }
        throw EventFilters.invalid();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /// What writes events in this form.
    Lines lines() {
        return switch (this) {
            case JSONL -> new JsonLines();
            case CSV -> new CsvLines();
            case OCSF -> new OcsfLines();
        };
    }
}
