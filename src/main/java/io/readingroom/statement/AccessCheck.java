package io.readingroom.statement;

import io.readingroom.access.AccessReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Whether only those who show who they are get at documents.
@ApplicationScoped
class AccessCheck implements Check {

    private static final String CHECK = "identity-of-callers";

    private final AccessReport access;

    AccessCheck(AccessReport access) {
        this.access = access;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                switch (access.recognition()) {
                    case VERIFIED -> Finding.passed(CHECK, "Every caller shows a token or a certificate.");
                    case DEMONSTRATION ->
                        Finding.passed(
                                CHECK,
                                "This is a demonstration with made-up documents, and everybody may do everything.");
                    case EVERYBODY ->
                        Finding.failed(
                                CHECK,
                                "Everybody may do everything, for reading-room.access.mode is development: name your"
                                        + " identity provider in reading-room.access.issuer instead, or, when the"
                                        + " documents are made up, say so with"
                                        + " reading-room.access.demonstration=true.");
                    case NOBODY ->
                        Finding.failed(
                                CHECK,
                                "Nobody could show who they are: name your identity provider in"
                                        + " reading-room.access.issuer, or client certificates in"
                                        + " reading-room.access.certificates.");
                });
    }
}
