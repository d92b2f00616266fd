package io.readingroom.access;

import java.util.Set;

/// What callers can be allowed, in the words of annotations and of the register.
public final class Roles {

    /// Hands documents in, follows them and cancels their reading.
    public static final String UPLOADER = "uploader";

    /// Reads analyses and texts.
    public static final String READER = "reader";

    /// Queries the register; sees no content.
    public static final String AUDITOR = "auditor";

    /// Erases documents; sees no content.
    public static final String PRIVACY_OFFICER = "privacy-officer";

    /// Looks after the service; sees no content.
    public static final String ADMIN = "admin";

    /// May break the glass, if it is a privacy officer or an administrator as well: read content in an emergency.
    public static final String BREAK_GLASS = "break-glass";

    static final Set<String> ALL = Set.of(UPLOADER, READER, AUDITOR, PRIVACY_OFFICER, ADMIN, BREAK_GLASS);

    private Roles() {}
}
