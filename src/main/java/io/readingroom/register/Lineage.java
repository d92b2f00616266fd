package io.readingroom.register;

import io.readingroom.document.DocumentId;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts the events of a document together as W3C PROV-JSON: entities are the document, its text, what was read from it
/// and the analysis; activities are the steps; agents are those who asked for them and the models.
final class Lineage {

    private static final String PREFIX = "rr:";

    private final String document;
    private final Map<String, Map<String, Object>> entities = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> activities = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> agents = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> used = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> generated = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> associated = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> invalidated = new LinkedHashMap<>();

    Lineage(DocumentId document) {
        this.document = PREFIX + "document/" + document;
    }

    boolean isEmpty() {
        return activities.isEmpty();
    }

    /// Adds a step, if the event is one.
    void add(RecordedEvent event) {
        switch (event.code()) {
            case "document.received" -> step(event, "", "");
            case "text.extracted" -> step(event, "", "/text");
            case "chunk.read" -> step(event, "/text", "/reading/" + event.index());
            case "analysis.completed" -> analysed(event);
            case "analysis.accessed", "text.accessed" ->
                use(activity(event), event.code().startsWith("text") ? "/text" : "/analysis");
            case "document.erased" -> erased(event);
            default -> {
                // Refusals, failures and queries make nothing.
            }
        }
    }

    private void step(RecordedEvent event, String from, String to) {
        String activity = activity(event);
        if (!from.equals(to)) {
            use(activity, from);
        }
        generate(activity, to, event);
    }

    private void analysed(RecordedEvent event) {
        String activity = activity(event);
        use(activity, "/text");
        entities.keySet().stream()
                .filter(entity -> entity.startsWith(document + "/reading/"))
                .toList()
                .forEach(reading -> relate(used, activity, reading, "prov:entity"));
        generate(activity, "/analysis", event);
    }

    private void erased(RecordedEvent event) {
        String activity = activity(event);
        for (String entity : entities.keySet()) {
            Map<String, Object> relation = new LinkedHashMap<>();
            relation.put("prov:entity", entity);
            relation.put("prov:activity", activity);
            relation.put("prov:time", event.time().toString());
            invalidated.put("_:i" + invalidated.size(), relation);
        }
    }

    private String activity(RecordedEvent event) {
        String activity = PREFIX + "event/" + event.index();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("prov:type", event.code());
        told.put("prov:endTime", event.time().toString());
        told.put("rr:detail", event.detail());
        activities.put(activity, told);
        String actor = PREFIX + "actor/" + event.actor();
        agents.putIfAbsent(actor, Map.of("prov:type", "prov:Agent"));
        relate(associated, activity, actor, "prov:agent");
        EventDetail.word(event.detail(), "model").ifPresent(model -> {
            String agent = PREFIX + "model/" + model;
            agents.putIfAbsent(
                    agent,
                    Map.of(
                            "prov:type",
                            "prov:SoftwareAgent",
                            "rr:digest",
                            EventDetail.word(event.detail(), "modelDigest").orElse("")));
            relate(associated, activity, agent, "prov:agent");
        });
        return activity;
    }

    private void use(String activity, String entity) {
        entities.putIfAbsent(document + entity, Map.of());
        relate(used, activity, document + entity, "prov:entity");
    }

    private void generate(String activity, String entity, RecordedEvent event) {
        entities.putIfAbsent(document + entity, Map.of());
        Map<String, Object> relation = new LinkedHashMap<>();
        relation.put("prov:entity", document + entity);
        relation.put("prov:activity", activity);
        relation.put("prov:time", event.time().toString());
        generated.put("_:g" + generated.size(), relation);
    }

    private static void relate(Map<String, Map<String, Object>> relations, String activity, String other, String role) {
        Map<String, Object> relation = new LinkedHashMap<>();
        relation.put("prov:activity", activity);
        relation.put(role, other);
        String kind = "prov:agent".equals(role) ? "a" : "u";
        relations.put("_:" + kind + relations.size(), relation);
    }

    /// The lineage.
    Map<String, Object> prov() {
        Map<String, Object> prov = new LinkedHashMap<>();
        prov.put("prefix", Map.of("rr", "urn:reading-room:"));
        prov.put("entity", entities);
        prov.put("activity", activities);
        prov.put("agent", agents);
        prov.put("used", used);
        prov.put("wasGeneratedBy", generated);
        prov.put("wasAssociatedWith", associated);
        if (!invalidated.isEmpty()) {
            prov.put("wasInvalidatedBy", invalidated);
        }
        return prov;
    }
}
