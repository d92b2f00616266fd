package io.readingroom.problem;

import io.readingroom.document.ProblemType;
import io.readingroom.document.Refusal;

/// Why a request fails before it reaches a room, or in a way that no room foresaw.
public enum EdgeRefusal implements Refusal {
    REQUEST_INVALID("request-invalid", 400, "The request cannot be understood; compare it with the API's description."),
    UNAUTHENTICATED("unauthenticated", 401, "The request does not say who is asking."),
    FORBIDDEN("forbidden", 403, "The caller may not do this."),
    NOT_FOUND("not-found", 404, "There is nothing at this address."),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not answer to this method."),
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer is not available in any of the forms that Accept asks for."),
    REQUEST_TOO_LARGE("too-large", 413, "The request is larger than this service accepts; split the document."),
    MEDIA_TYPE_UNSUPPORTED(
            "media-type-unsupported", 415, "The request's body is not of the type that this address takes."),
    INTERNAL_ERROR("internal-error", 500, "The service failed; quote the instance to its operator."),
    IDENTITY_PROVIDER_UNAVAILABLE(
            "identity-provider-unavailable",
            503,
            "The identity provider could not be asked for its keys, so nobody can show a token; try again later."),
    MODEL_FAILED("model-failed", 502, "The model gave no usable answer; try again later."),
    MODEL_UNAVAILABLE("model-unavailable", 503, "The model server is down, busy or slow; try again later."),
    MODEL_MISCONFIGURED("model-misconfigured", 503, "The model is not set up as it should be; tell the operator.");

    private final ProblemType problemType;

    EdgeRefusal(String code, int status, String sentence) {
        problemType = new ProblemType(code, status, sentence);
    }

    @Override
    public ProblemType problemType() {
        return problemType;
    }

    /// The refusal that says what an HTTP status says.
    static EdgeRefusal ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> REQUEST_TOO_LARGE;
            case 415 -> MEDIA_TYPE_UNSUPPORTED;
            default -> status >= 400 && status < 500 ? REQUEST_INVALID : INTERNAL_ERROR;
        };
    }
}
