package io.readingroom.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// An endpoint whose author forgot to say who may use it.
@Path("/unruled")
class UnruledEndpoint {

    @GET
    @Operation(hidden = true)
    public String get() {
        return "open";
    }
}
