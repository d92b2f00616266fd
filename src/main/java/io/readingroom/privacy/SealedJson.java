package io.readingroom.privacy;

/// JSON for what is sealed or given to an entitled reader: the only mapper that writes protected text.
public interface SealedJson {

    /// The JSON of `value`, in UTF-8.
    byte[] write(Object value);

    /// The value of JSON that [#write] made.
    <T> T read(byte[] json, Class<T> type);
}
