package io.readingroom.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Events in the Open Cybersecurity Schema Framework, version 1.3.0: class API Activity (6003), one JSON object a line.
/// Addresses are not kept, so the source is the service's own name.
final class OcsfLines implements ExportForm.Lines {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String VERSION = "1.3.0";
    private static final String PRODUCT = "Reading Room";

    private static final int CATEGORY_APPLICATION = 6;
    private static final int CLASS_API_ACTIVITY = 6003;
    private static final int OTHER = 99;

    /// What the last words of codes do; others are OTHER.
    private static final Map<String, Integer> ACTIVITIES = Map.of(
            "received",
            1,
            "issued",
            1,
            "set",
            1,
            "accessed",
            2,
            "queried",
            2,
            "exported",
            2,
            "completed",
            3,
            "erased",
            4,
            "cancelled",
            3);

    @Override
    public void write(RecordedEvent event, OutputStream out) throws IOException {
        ObjectNode line = MAPPER.createObjectNode();
        int activity = activity(event.code());
        line.put("category_uid", CATEGORY_APPLICATION);
        line.put("class_uid", CLASS_API_ACTIVITY);
        line.put("activity_id", activity);
        line.put("activity_name", event.code());
        line.put("type_uid", CLASS_API_ACTIVITY * 100L + activity);
        line.put("time", event.time().toEpochMilli());
        boolean succeeded = "succeeded".equals(event.outcome());
        line.put("severity_id", succeeded ? 1 : 2);
        line.put("status_id", succeeded ? 1 : 2);
        line.put("status", succeeded ? "Success" : "Failure");
        if (event.reason() != null) {
            line.put("status_detail", event.reason());
        }
        line.set("metadata", metadata(event));
        line.putObject("actor").putObject("user").put("uid", event.actor());
        line.set("api", api(event));
        line.putObject("src_endpoint").put("svc_name", "reading-room");
        if (event.document() != null) {
            line.putArray("resources").addObject().put("uid", event.document()).put("type", "document");
        }
        line.set("unmapped", MAPPER.readTree(event.detail()));
        out.write(MAPPER.writeValueAsBytes(line));
        out.write('\n');
    }

    private static ObjectNode metadata(RecordedEvent event) {
        ObjectNode metadata = MAPPER.createObjectNode();
        metadata.put("version", VERSION);
        metadata.put("uid", event.id());
        metadata.put("sequence", event.sequence());
        metadata.put("log_name", "register");
        metadata.put("original_time", event.time().toString());
        metadata.putObject("product").put("name", PRODUCT).put("vendor_name", PRODUCT);
        return metadata;
    }

    private static ObjectNode api(RecordedEvent event) {
        ObjectNode api = MAPPER.createObjectNode();
        api.put("operation", event.code());
        if (event.request() != null) {
            api.putObject("request").put("uid", event.request());
        }
        return api;
    }

    private static int activity(String code) {
        return ACTIVITIES.getOrDefault(code.substring(code.indexOf('.') + 1), OTHER);
    }
}
