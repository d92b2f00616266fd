package io.readingroom.officer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;

/// Prints events page by page.
final class EventPages {

    /// The largest page that the service gives out.
    private static final String LARGEST = "1000";

    private final RegisterClient client;
    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    EventPages(RegisterClient client, Arguments arguments, PrintStream out, PrintStream err) {
        this.client = client;
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    /// Prints the first page that holds something, or every one. A page of the service can be empty and not the last.
    ///
    /// @param path of the question
    /// @return the exit status
    int print(String path) throws InterruptedException {
        EventForm form = EventForm.of(arguments.value("format").orElse("table"));
        Map<String, String> query = arguments.filters();
        if (arguments.all()) {
            query.put("limit", LARGEST);
        }
        arguments.value("limit").ifPresent(limit -> query.put("limit", limit));
        JsonNode page = page(path, query);
        form.begin(out);
        while (true) {
            boolean something = !page.path("events").isEmpty();
            page.path("events").forEach(event -> form.print(event, out));
            String next = page.path("next").asText();
            if (next.isEmpty()) {
                return Officer.ANSWERED;
            }
            if (something && !arguments.all()) {
                err.println("The answer goes on: --all prints all of it.");
                return Officer.ANSWERED;
            }
            // Only the cursor is taken over, never an address: the token goes to the service that was named.
            if (next.equals(query.put("cursor", next))) {
                throw OfficerException.unanswered("The service gives the same page again and again.");
            }
            page = page(path, query);
        }
    }

    private JsonNode page(String path, Map<String, String> query) throws InterruptedException {
        JsonNode page = client.json(path, query);
        if (!page.path("events").isArray()) {
            throw OfficerException.unanswered("The service answered with something that is no page of events.");
        }
        return page;
    }
}
