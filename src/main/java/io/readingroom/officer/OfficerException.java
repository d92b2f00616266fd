package io.readingroom.officer;

/// Ends a command with a sentence for the officer and an exit status.
final class OfficerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private OfficerException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /// The command is not one that can be tried.
    static OfficerException usage(String sentence) {
        return new OfficerException(Officer.USAGE, sentence);
    }

    /// The service declined.
    static OfficerException declined(String sentence) {
        return new OfficerException(Officer.DECLINED, sentence);
    }

    /// There is no whole answer: no connection, a broken one, or one that is no answer of this service.
    static OfficerException unanswered(String sentence) {
        return new OfficerException(Officer.UNANSWERED, sentence);
    }

    int status() {
        return status;
    }
}
