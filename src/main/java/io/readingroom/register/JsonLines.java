package io.readingroom.register;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;

/// Events as the API tells them, one JSON object a line.
final class JsonLines implements ExportForm.Lines {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writerFor(RecordedEvent.class);

    @Override
    public void write(RecordedEvent event, OutputStream out) throws IOException {
        out.write(WRITER.writeValueAsBytes(event));
        out.write('\n');
    }
}
