package io.readingroom.reading.profile;

/// A profile file that cannot be used. Its message names the file, the line and what is wrong; profiles are the
/// operator's configuration and hold no content of documents.
public final class MalformedProfileException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /// @param file the name of the file
    /// @param line counted from 1
    /// @param problem what is wrong, and what would be right
    public MalformedProfileException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }
}
