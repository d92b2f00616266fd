package io.readingroom.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// Says in the API's description how callers show who they are, and what happens when they do not. An operation with
/// an empty list of requirements asks nobody.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiSecurity implements OASFilter {

    private static final String BEARER = "bearer";
    private static final String CERTIFICATE = "certificate";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description
                .getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the identity provider that the operator has named."))
                .addSecurityScheme(
                        CERTIFICATE,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.MUTUALTLS)
                                .description("A client certificate that the operator has given roles."));
        description.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .filter(operation -> !asksNobody(operation))
                .forEach(ApiSecurity::secure);
    }

    private static boolean asksNobody(Operation operation) {
        return operation.getSecurity() != null && operation.getSecurity().isEmpty();
    }

    private static void secure(Operation operation) {
        operation.setSecurity(List.of(
                OASFactory.createSecurityRequirement().addScheme(BEARER),
                OASFactory.createSecurityRequirement().addScheme(CERTIFICATE)));
        operation
                .getResponses()
                .addAPIResponse(
                        "401",
                        OASFactory.createAPIResponse()
                                .description("`unauthenticated`: the request shows no valid token or certificate."))
                .addAPIResponse(
                        "403",
                        OASFactory.createAPIResponse()
                                .description("`forbidden`: the caller has none of the roles for this, or no tenant."));
    }
}
