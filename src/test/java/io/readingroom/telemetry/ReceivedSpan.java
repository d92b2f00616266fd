package io.readingroom.telemetry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A span as a collector gets it.
///
/// @param parent the id of the span that it is a part of, empty at the root
/// @param kind as the protocol counts: 1 internal, 2 server, 3 client, 5 consumer
/// @param attributes with their values as text
/// @param failed whether its status is an error
public record ReceivedSpan(
        String trace,
        String id,
        String parent,
        String name,
        long kind,
        Map<String, String> attributes,
        boolean failed) {

    private static final int ERROR = 2;

    /// The spans of an `ExportTraceServiceRequest`.
    static List<ReceivedSpan> in(byte[] request) {
        List<ReceivedSpan> spans = new ArrayList<>();
        for (Field resource : fields(request, 1)) {
            for (Field scope : fields(resource.bytes(), 2)) {
                fields(scope.bytes(), 2).forEach(span -> spans.add(span(span.bytes())));
            }
        }
        return spans;
    }

    private static ReceivedSpan span(byte[] bytes) {
        Map<String, String> attributes = new TreeMap<>();
        fields(bytes, 9).forEach(pair -> attributes.put(text(pair.bytes(), 1), value(fields(pair.bytes(), 2))));
        boolean failed = fields(bytes, 15).stream()
                .flatMap(status -> fields(status.bytes(), 3).stream())
                .anyMatch(code -> code.number() == ERROR);
        return new ReceivedSpan(
                hex(bytes, 1),
                hex(bytes, 2),
                hex(bytes, 4),
                text(bytes, 5),
                fields(bytes, 6).stream().mapToLong(Field::number).sum(),
                attributes,
                failed);
    }

    private static String value(List<Field> any) {
        StringBuilder value = new StringBuilder();
        for (Field field : any) {
            for (Field one : fields(field.bytes(), 0)) {
                switch (one.tag()) {
                    case 1 -> value.append(new String(one.bytes(), StandardCharsets.UTF_8));
                    case 5 -> value.append(value(fields(one.bytes(), 1)));
                    default -> value.append(one.number());
                }
            }
        }
        return value.toString();
    }

    private static String text(byte[] message, int tag) {
        List<Field> found = fields(message, tag);
        return found.isEmpty() ? "" : new String(found.getFirst().bytes(), StandardCharsets.UTF_8);
    }

    private static String hex(byte[] message, int tag) {
        List<Field> found = fields(message, tag);
        return found.isEmpty() ? "" : HexFormat.of().formatHex(found.getFirst().bytes());
    }

    /// The fields of a protobuf message with this tag; 0 stands for all.
    private static List<Field> fields(byte[] message, int tag) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            long key = varint(in);
            int number = (int) (key >> 3);
            Field field = switch ((int) key & 7) {
                case 0 -> new Field(number, varint(in), new byte[0]);
                case 1 -> new Field(number, in.getLong(), new byte[0]);
                case 5 -> new Field(number, in.getInt(), new byte[0]);
                default -> {
                    byte[] bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                    yield new Field(number, 0, bytes);
                }
            };
            if (tag == 0 || tag == number) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Field(int tag, long number, byte[] bytes) {}
}
