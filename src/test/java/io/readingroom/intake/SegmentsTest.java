package io.readingroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_048_575, 1_048_576, 1_048_577, 2_500_000})
    void what_was_cut_is_joined_again(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        List<byte[]> rows = new ArrayList<>();
        try (SegmentOutput output = new SegmentOutput((position, row) -> rows.add(position, row))) {
            output.write(bytes, 0, length / 3);
            output.write(bytes, length / 3, length - length / 3);
        }
        assertThat(rows).allMatch(row -> row.length > 0 && row.length <= SegmentOutput.LARGEST);
        assertThat(rows).hasSize((length + SegmentOutput.LARGEST - 1) / SegmentOutput.LARGEST);
        try (InputStream input = new SegmentInput(
                position -> position < rows.size() ? Optional.of(rows.get(position)) : Optional.empty())) {
            assertThat(input.readAllBytes()).isEqualTo(bytes);
        }
    }
}
