package io.readingroom.extraction.worker;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/// Who wrote a mail to whom, when and about what, as the first lines of its text.
final class MailHeader {

    private MailHeader() {}

    static String of(Metadata metadata) {
        return Stream.of(
                        line("Subject", metadata.getValues(TikaCoreProperties.TITLE)),
                        line("From", metadata.getValues(Message.MESSAGE_FROM)),
                        line("To", metadata.getValues(Message.MESSAGE_TO)),
                        line("Cc", metadata.getValues(Message.MESSAGE_CC)),
                        line("Date", metadata.getValues(TikaCoreProperties.CREATED)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, String[] values) {
        String joined = Arrays.stream(values)
                .map(value -> value.replaceAll("\\s+", " ").strip())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : CleanText.of(name + ": " + joined);
    }
}
