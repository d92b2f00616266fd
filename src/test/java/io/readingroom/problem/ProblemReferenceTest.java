package io.readingroom.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.readingroom.document.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProblemReferenceTest {

    @Test
    void every_refusal_of_the_house_is_in_the_reference_and_nothing_else() throws IOException {
        TreeSet<String> documented = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/reference/problems.md"))) {
            String[] cells = line.split("\\|", -1);
            // The table of warnings below has no column for a status.
            if (cells.length > 4 && cells[1].strip().startsWith("`")) {
                documented.add(cells[1].strip().replace("`", "") + " " + cells[2].strip());
            }
        }
        TreeSet<String> known = new TreeSet<>();
        for (Refusal refusal : refusals()) {
            known.add(refusal.code() + " " + refusal.status());
        }
        assertThat(documented).isEqualTo(known);
    }

    @Test
    void a_refusal_has_a_stable_word_an_error_status_and_a_sentence() {
        assertThat(refusals()).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal.code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(refusal.status()).isBetween(400, 599);
            assertThat(refusal.sentence()).endsWith(".").hasSizeBetween(20, 200);
        });
    }

    private static List<Refusal> refusals() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.readingroom").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> List.of(type.getEnumConstants()).stream())
                        .map(Refusal.class::cast)
                        .toList();
    }
}
