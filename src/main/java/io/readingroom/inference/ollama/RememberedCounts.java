package io.readingroom.inference.ollama;

import io.readingroom.document.ContentDigest;
import io.readingroom.document.TokenCounter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts a long message once, though its cost is asked before it is sent and again when it is. Remembers digests and
/// numbers, never a text.
final class RememberedCounts implements TokenCounter {

    private static final int ENTRIES = 64;

    private final TokenCounter counter;
    private final Map<ContentDigest, Integer> counts = new LinkedHashMap<>(ENTRIES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentDigest, Integer> eldest) {
            return size() > ENTRIES;
        }
    };

    RememberedCounts(TokenCounter counter) {
        this.counter = counter;
    }

    @Override
    public int count(CharSequence text) {
        ContentDigest digest = ContentDigest.of(text.toString().getBytes(StandardCharsets.UTF_8));
        synchronized (counts) {
            Integer known = counts.get(digest);
            if (known != null) {
                return known;
            }
        }
        int count = counter.count(text);
        synchronized (counts) {
            counts.put(digest, count);
        }
        return count;
    }

    @Override
    public boolean exact() {
        return counter.exact();
    }
}
