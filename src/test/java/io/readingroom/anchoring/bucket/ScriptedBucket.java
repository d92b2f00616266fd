package io.readingroom.anchoring.bucket;

import io.readingroom.ScriptedServer;
import io.readingroom.ScriptedServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// As much of an object store as the anchor meets, in memory: signatures, conditional writes and
/// listings.
public final class ScriptedBucket implements BucketServer {

    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private final ScriptedServer server;

    public ScriptedBucket() throws IOException {
        server = new ScriptedServer(this::answer);
    }

    @Override
    public URI address() {
        return server.address();
    }

    public ScriptedServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Answer answer(ScriptedServer.Request request) {
        URI target = URI.create(request.target());
        SortedMap<String, String> query = query(target);
        if (!signed(request, target, query)) {
            return Answer.of(403);
        }
        String key = target.getPath().replaceFirst("^/" + BUCKET + "/?", "");
        if (request.method().equals("PUT")) {
            if (objects.containsKey(key) && "*".equals(request.headers().get("if-none-match"))) {
                return Answer.of(412);
            }
            objects.put(key, request.body());
            return Answer.of(200);
        }
        if (key.isEmpty()) {
            return Answer.of(200, "application/xml", listing(query));
        }
        byte[] object = objects.get(key);
        return object == null ? Answer.of(404) : new Answer(200, "text/plain", object);
    }

    /// Signs it as its sender must have done.
    private static boolean signed(ScriptedServer.Request request, URI target, SortedMap<String, String> query) {
        String authorization = String.valueOf(request.headers().get("authorization"));
        String names = authorization.replaceFirst(".*SignedHeaders=([^,]*),.*", "$1");
        Map<String, String> headers = Arrays.stream(names.split(";", -1))
                .filter(request.headers()::containsKey)
                .collect(Collectors.toMap(name -> name, request.headers()::get));
        String time = String.valueOf(request.headers().get("x-amz-date"))
                .replaceFirst("(\\d{4})(\\d\\d)(\\d\\dT\\d\\d)(\\d\\d)(\\d\\dZ)", "$1-$2-$3:$4:$5");
        SortedMap<String, String> expected = new RequestSignature(new AccessKey(ACCESS_KEY, SECRET_KEY), "us-east-1")
                .signed(
                        new RequestSignature.Request(
                                request.method(), target.getPath(), query, headers, request.body()),
                        Instant.parse(time));
        return authorization.equals(expected.get("authorization"));
    }

    private static SortedMap<String, String> query(URI target) {
        SortedMap<String, String> query = new TreeMap<>();
        if (target.getQuery() != null) {
            for (String pair : target.getQuery().split("&", -1)) {
                query.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
            }
        }
        return query;
    }

    private String listing(Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        int most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult><Prefix>" + prefix + "</Prefix>");
        TreeSet<String> together = new TreeSet<>();
        objects.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(key -> {
            int slash = key.indexOf('/', prefix.length());
            if (query.containsKey("delimiter") && slash >= 0) {
                together.add(key.substring(0, slash + 1));
            } else if (xml.toString().split("<Key>", -1).length <= most) {
                xml.append("<Contents><Key>").append(key).append("</Key></Contents>");
            }
        });
        together.forEach(
                each -> xml.append("<CommonPrefixes><Prefix>").append(each).append("</Prefix></CommonPrefixes>"));
        return xml.append("</ListBucketResult>").toString();
    }
}
