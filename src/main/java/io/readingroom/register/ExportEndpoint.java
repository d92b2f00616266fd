package io.readingroom.register;

import io.readingroom.access.CallerIdentity;
import io.readingroom.access.Roles;
import io.readingroom.audit.AuditEvent;
import io.readingroom.audit.AuditLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Gives events out as a whole, for other systems.
@Path("/v1/audit/export")
@Tag(name = "Register")
class ExportEndpoint {

    private static final int PAGE = 1000;

    private final RegisterDesk desk;
    private final EventRows rows;
    private final AuditLog audit;
    private final CallerIdentity callers;

    ExportEndpoint(RegisterDesk desk, EventRows rows, AuditLog audit, CallerIdentity callers) {
        this.desk = desk;
        this.rows = rows;
        this.audit = audit;
        this.callers = callers;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @RunOnVirtualThread
    @Operation(
            operationId = "exportRegister",
            summary = "Export events",
            description =
                    "All events of the caller's tenant that match, as JSON Lines, CSV, or in the Open Cybersecurity"
                            + " Schema Framework. What is recorded while the export runs is not in it. The export itself"
                            + " becomes an event.")
    @APIResponse(
            responseCode = "200",
            description = "The events, a line each.",
            content = {
                @Content(mediaType = "application/jsonl", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "Problem `filter-invalid`.")
    public Response export(
            @Parameter(description = "`jsonl`, `csv` or `ocsf`.", example = "csv")
                    @QueryParam("format")
                    @DefaultValue("jsonl")
                    String format,
            @BeanParam EventFilters filters) {
        ExportForm form = ExportForm.of(format);
        EventQuery query = filters.query(desk::pseudonym);
        String tenant = callers.current().tenant();
        long size = desk.covered();
        audit.record(new AuditEvent.RegisterExported(form.word(), 0, size));
        StreamingOutput events = out -> write(form, tenant, query, size, out);
        return Response.ok(events, form.mediaType())
                .header("Checkpoint", size)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register." + form.word() + "\"")
                .build();
    }

    /// Page by page, so that no transaction stays open for as long as the receiver takes.
    private void write(ExportForm form, String tenant, EventQuery query, long size, OutputStream receiver)
            throws IOException {
        OutputStream out = new BufferedOutputStream(receiver, 1 << 16);
        ExportForm.Lines lines = form.lines();
        lines.begin(out);
        Cursor after = Cursor.START;
        while (after != null) {
            EventRows.Page page = rows.page(tenant, query, after, size, PAGE);
            for (RecordedEvent event : page.events()) {
                lines.write(event, out);
            }
            after = page.next();
        }
        out.flush();
    }
}
