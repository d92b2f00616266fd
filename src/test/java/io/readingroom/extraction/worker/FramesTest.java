package io.readingroom.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.document.Warning;
import io.readingroom.extraction.ExtractionRefusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FramesTest {

    private static final ReadingLimits LIMITS = new ReadingLimits(100, 1, 1, 1, 1, 1, "");

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final WorkerAnswer.Read READ = new WorkerAnswer.Read(
            "text/plain",
            "Größe 𠮷",
            List.of(new Page(1, new Span(0, 5)), new Page(2, new Span(5, 8))),
            List.of(Warning.of("text-cut"), new Warning("page-without-text", 2)));

    @Test
    void an_answer_arrives_as_it_was_sent() throws IOException {
        assertThat(received(sent(READ))).isEqualTo(READ);
    }

    @ParameterizedTest
    @EnumSource(ExtractionRefusal.class)
    void a_refusal_arrives_as_it_was_sent(ExtractionRefusal refusal) throws IOException {
        WorkerAnswer answer = new WorkerAnswer.Refused(refusal);
        assertThat(received(sent(answer))).isEqualTo(answer);
    }

    @Property(tries = 50)
    void an_order_and_its_document_arrive_as_they_were_sent(@ForAll byte[] document) throws IOException {
        Frames.Order order = new Frames.Order("text/plain", new ReadingLimits(1, 2, 3, 4, 5, 6, "eng"), TRACE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Frames.send(new DataOutputStream(bytes), order, new ByteArrayInputStream(document));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(Frames.receive(in)).isEqualTo(order);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Frames.receiveContent(in, content);
        assertThat(content.toByteArray()).isEqualTo(document);
        assertThat(in.available()).isZero();
    }

    @Test
    void words_in_the_place_of_a_trace_are_not_taken() throws IOException {
        Frames.Order order = new Frames.Order("text/plain", new ReadingLimits(1, 2, 3, 4, 5, 6, ""), TRACE + "\nwords");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Frames.send(new DataOutputStream(bytes), order, new ByteArrayInputStream(new byte[0]));
        assertThatThrownBy(() -> Frames.receive(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void how_long_an_answer_took_arrives_before_it() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Frames.busy(new DataOutputStream(bytes));
        Frames.took(new DataOutputStream(bytes), Duration.ofMillis(1500));
        Frames.send(new DataOutputStream(bytes), READ);
        List<Duration> took = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(Frames.answer(in, LIMITS, took::add)).isEqualTo(READ);
        assertThat(took).containsExactly(Duration.ofMillis(1500));
    }

    @Test
    void an_answer_that_breaks_its_form_is_not_believed() throws IOException {
        Page one = new Page(1, new Span(0, 8));
        for (WorkerAnswer.Read forged : List.of(
                new WorkerAnswer.Read("text/plain\nX: y", READ.text(), List.of(one), List.of()),
                new WorkerAnswer.Read("text/plain", READ.text(), List.of(), List.of()),
                new WorkerAnswer.Read("text/plain", READ.text(), List.of(new Page(1, new Span(0, 7))), List.of()),
                new WorkerAnswer.Read("text/plain", READ.text(), List.of(one), List.of(Warning.of("made-up"))),
                new WorkerAnswer.Read(
                        "text/plain", "x".repeat(200), List.of(new Page(1, new Span(0, 200))), List.of()))) {
            byte[] bytes = sent(forged);
            assertThatThrownBy(() -> received(bytes)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void an_answer_that_ends_early_is_an_error() throws IOException {
        byte[] bytes = sent(READ);
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> received(part)).isInstanceOf(IOException.class);
        }
    }

    private static byte[] sent(WorkerAnswer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Frames.send(new DataOutputStream(bytes), answer);
        return bytes.toByteArray();
    }

    private static WorkerAnswer received(byte[] bytes) throws IOException {
        return Frames.answer(new DataInputStream(new ByteArrayInputStream(bytes)), LIMITS);
    }
}
