package io.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents name exists: files, commands, settings, classes, and JSON that is JSON.
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|`)\\./([A-Za-z.][A-Za-z0-9._/-]*)");
    private static final Pattern SETTING = Pattern.compile("`(reading-room\\.[a-z0-9.-]+)`");
    private static final Pattern TYPE = Pattern.compile("`(?:[a-z]+/)*([A-Z][a-z]+(?:[A-Z][A-Za-z]*)+)`");
    private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");
    private static final Pattern JSON = Pattern.compile("(?s)```json\\n(.*?)```");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.readingroom");

    private static final Map<Path, String> DOCUMENTS = documents();

    @Test
    void links_lead_to_files() {
        Set<String> broken = new TreeSet<>();
        DOCUMENTS.forEach((file, text) -> found(LINK, text).forEach(link -> {
            Path base = file.getParent() == null ? Path.of("") : file.getParent();
            if (!Files.exists(base.resolve(link).normalize())) {
                broken.add(file + " → " + link);
            }
        }));
        assertThat(broken).isEmpty();
    }

    @Test
    void commands_exist() {
        assertThat(DOCUMENTS.values().stream().flatMap(text -> found(COMMAND, text)))
                .isNotEmpty()
                .allMatch(command -> Files.isExecutable(Path.of(command)), "is an executable file");
    }

    @Test
    void types_exist() {
        Set<String> types = CLASSES.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        assertThat(DOCUMENTS.values().stream()
                        .flatMap(text -> found(TYPE, text))
                        .filter(name -> !name.matches("X(Test|IT)")))
                .isNotEmpty()
                .isSubsetOf(types);
    }

    @Test
    void json_is_json() {
        assertThat(DOCUMENTS.values().stream().flatMap(text -> found(JSON, text)))
                .allSatisfy(
                        json -> assertThat(new ObjectMapper().readTree(json)).isNotEmpty());
    }

    @Test
    void settings_exist() {
        Set<String> keys = settings().keySet();
        assertThat(DOCUMENTS.values().stream().flatMap(text -> found(SETTING, text)))
                .isNotEmpty()
                .allMatch(
                        named -> keys.stream().anyMatch(key -> key.equals(named) || key.startsWith(named + ".")),
                        "is a setting of the service");
    }

    @Test
    void every_setting_is_in_the_reference_with_its_default() {
        String reference = DOCUMENTS.get(Path.of("docs/reference/configuration.md"));
        assertThat(settings())
                .allSatisfy((key, value) -> assertThat(reference)
                        .contains("| `" + key + "` | " + (value.isEmpty() ? "" : "`" + value + "` ") + "|"));
    }

    @Test
    void every_alert_has_a_runbook_and_every_runbook_an_alert() throws IOException {
        Set<Path> runbooks = DOCUMENTS.keySet().stream()
                .filter(file -> file.startsWith("docs/how-to/alerts"))
                .collect(Collectors.toSet());
        assertThat(found(ALERT, Files.readString(Path.of("helm/reading-room/files/alerts.yaml")))
                        .map(alert -> Path.of("docs/how-to/alerts", alert + ".md")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(runbooks);
    }

    /// The settings of all rooms with their defaults.
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(Map.of("reading-room.engine", "ollama"));
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.readingroom").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(type -> ConfigClass.configClass(type.reflect()))
                        .forEach(mapping -> ConfigMappings.getProperties(mapping)
                                .forEach((name, property) -> settings.put(
                                        name,
                                        property.hasDefaultValue() ? String.valueOf(property.getDefaultValue()) : "")));
        settings.keySet().removeIf(key -> key.endsWith("[*]"));
        return settings;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static Map<Path, String> documents() {
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            List<Path> files = Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
            Map<Path, String> texts = new TreeMap<>();
            for (Path file : files) {
                texts.put(file, Files.readString(file));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
