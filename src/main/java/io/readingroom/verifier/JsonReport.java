package io.readingroom.verifier;

import io.readingroom.tlog.bundle.Scope;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says a verdict as a JSON object on one line, for machines.
final class JsonReport {

    private JsonReport() {}

    static String of(Verdict verdict) {
        Findings findings = verdict.findings();
        return object(List.of(
                field("verified", Boolean.toString(verdict.verified())),
                field(
                        "origin",
                        verdict.newest()
                                .map(claim -> string(claim.said().origin()))
                                .orElse("null")),
                field("size", Long.toString(verdict.size())),
                field(
                        "root",
                        verdict.newest()
                                .map(claim -> string(
                                        HexFormat.of().formatHex(claim.said().root())))
                                .orElse("null")),
                field(
                        "scope",
                        verdict.scope().map(Scope::line).map(JsonReport::string).orElse("null")),
                field(
                        "keys",
                        array(verdict.keys().stream().map(JsonReport::string).toList())),
                field("keysGiven", Boolean.toString(verdict.keysGiven())),
                field("checkpoints", Long.toString(verdict.checkpoints())),
                field("timeStamps", Long.toString(verdict.stamps())),
                field("anchored", Long.toString(verdict.anchored())),
                field("witnesses", numbers(verdict.witnesses())),
                field("entries", Long.toString(verdict.entries())),
                field("bodies", Long.toString(verdict.bodies())),
                field("tenants", numbers(verdict.tenants())),
                field("first", findings.first().map(JsonReport::finding).orElse("null")),
                field("findingCount", Long.toString(findings.count())),
                field(
                        "findings",
                        array(findings.kept().stream().map(JsonReport::finding).toList()))));
    }

    private static String finding(Finding finding) {
        return object(List.of(
                field("flaw", string(finding.flaw().word())),
                field("file", finding.file().isEmpty() ? "null" : string(finding.file())),
                field(
                        "from",
                        finding.from().isPresent()
                                ? Long.toString(finding.from().getAsLong())
                                : "null"),
                field(
                        "to",
                        finding.to().isPresent() ? Long.toString(finding.to().getAsLong()) : "null"),
                field("tenant", finding.tenant().map(JsonReport::string).orElse("null")),
                field(
                        "sequence",
                        finding.sequence().isPresent()
                                ? Long.toString(finding.sequence().getAsLong())
                                : "null"),
                field("what", string(finding.what()))));
    }

    private static String numbers(Map<String, Long> values) {
        return object(values.entrySet().stream()
                .map(value -> field(value.getKey(), value.getValue().toString()))
                .toList());
    }

    private static String field(String name, String value) {
        return string(name) + ":" + value;
    }

    private static String object(List<String> fields) {
        return fields.stream().collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(List<String> values) {
        return values.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character)) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
