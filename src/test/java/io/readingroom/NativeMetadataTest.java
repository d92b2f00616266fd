package io.readingroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.parser.Parser;
import org.apache.xmlbeans.XmlObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocument1;

/// What a native executable cannot find out by itself is told to it, and nothing is told that is no longer true. A
/// native build takes minutes and a tool that few machines have; these are its usual surprises, found on a JVM.
class NativeMetadataTest {

    private static final NativeMetadata METADATA = NativeMetadata.read();
    private static final Map<String, List<String>> RESOURCES = NativeMetadata.resources();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.readingroom");

    /// Libraries whose classes open files of their own jar. What their extensions tell the executable, and what no
    /// parser on the allow-list opens, is named below.
    private static final Pattern PARSING =
            Pattern.compile("(tika-|pdfbox-|fontbox-|jempbox-|xmpbox-|jbig2-|poi-|xmlbeans-|opennlp-).*\\.jar");

    private static final Map<String, String> TOLD_BY_EXTENSIONS = Map.of(
            "org/apache/fontbox/**", "quarkus-pdfbox",
            "org/apache/poi/schemas/ooxml/**", "quarkus-poi",
            "org/apache/poi/ss/formula/function/*.txt", "quarkus-poi",
            "META-INF/services/org.apache.poi.*", "quarkus-poi");

    private static final Map<String, String> NOT_OPENED = Map.of(
            "META-INF/maven/**", "the build's own",
            "META-INF/*", "licenses and manifests",
            "pipes-*.xml", "the log of Tika's own server",
            "org/apache/tika/detect/*.nnmodel", "a detector that is not made",
            "org/apache/tika/parser/external/*.xml", "external programs, which are never run",
            "org/apache/poi/xslf/usermodel/*", "templates of slides that are written",
            "org/apache/poi/hslf/data/*", "templates of slides that are written",
            "opennlp/tools/*/*.xml", "features of models that are not used",
            "model.properties", "where the model comes from");

    @Test
    void every_type_exists_with_the_methods_named() {
        assertThat(METADATA.types()).hasSizeGreaterThan(2900).allSatisfy((name, entry) -> {
            Class<?> type = load(name.replace("[]", ""));
            for (JsonNode method : entry.path("methods")) {
                assertThat(methodNames(type))
                        .as(name)
                        .contains(method.path("name").asText());
            }
        });
    }

    @Test
    void every_pattern_of_resources_means_a_resource() {
        Set<String> all =
                RESOURCES.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        assertThat(METADATA.globs())
                .isNotEmpty()
                .allMatch(
                        glob -> all.stream().anyMatch(name -> NativeMetadata.matches(glob, name)), "means a resource");
    }

    @Test
    void every_entry_has_its_reason_on_the_page_and_every_reason_its_entry() throws IOException {
        List<Pattern> reasons = Files.readAllLines(NativeMetadata.FOLDER.resolve("reading-room/README.md")).stream()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .flatMap(line -> Pattern.compile("`([^`]+)`")
                        .matcher(line.substring(0, line.indexOf('|', 1)))
                        .results())
                .map((MatchResult name) -> expression(name.group(1)))
                .toList();
        Set<String> entries = new TreeSet<>(METADATA.types().keySet());
        entries.addAll(METADATA.globs());
        assertThat(entries)
                .allMatch(
                        entry -> reasons.stream()
                                .anyMatch(reason -> reason.matcher(entry).matches()),
                        "has a reason");
        assertThat(reasons)
                .isNotEmpty()
                .allMatch(
                        reason -> entries.stream()
                                .anyMatch(entry -> reason.matcher(entry).matches()),
                        "has an entry");
    }

    @Test
    void parsers_and_detectors_are_made_by_new_and_found_by_no_service() {
        JavaClass parsers = CLASSES.get("io.readingroom.extraction.worker.Parsers");
        Set<String> made = parsers.getConstructorCallsFromSelf().stream()
                .map(JavaConstructorCall::getTargetOwner)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        Set<Class<?>> fields = parsers.getFields().stream()
                .map(field -> field.getRawType().reflect())
                .filter(type -> isOf(type, Parser.class, Detector.class, EncodingDetector.class))
                .filter(type -> !type.isInterface() && !type.getSimpleName().equals("MimeTypes"))
                .collect(Collectors.toSet());
        assertThat(fields).hasSizeGreaterThan(8).allMatch(type -> made.contains(type.getName()), "is made by new");
        Set<String> calls = CLASSES.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .map(access -> access.getTargetOwner().getName() + "." + access.getName())
                .collect(Collectors.toSet());
        assertThat(calls)
                .doesNotContain("java.lang.Class.forName", "java.util.ServiceLoader.load")
                .noneMatch(
                        call -> call.matches(".*\\.(TikaConfig|AutoDetectParser|DefaultParser|DefaultDetector)\\..*"));
    }

    @Test
    void what_the_parsing_libraries_open_in_their_jars_is_told_or_dismissed() {
        List<String> opened = RESOURCES.entrySet().stream()
                .filter(jar -> PARSING.matcher(jar.getKey()).matches())
                .flatMap(jar -> jar.getValue().stream())
                .toList();
        assertThat(opened)
                .hasSizeGreaterThan(1000)
                .allMatch(
                        name -> METADATA.hasResource(name)
                                || NativeMetadata.any(TOLD_BY_EXTENSIONS.keySet(), name)
                                || NativeMetadata.any(NOT_OPENED.keySet(), name),
                        "is told or dismissed");
        assertThat(Stream.concat(TOLD_BY_EXTENSIONS.keySet().stream(), NOT_OPENED.keySet().stream()))
                .allMatch(
                        glob -> opened.stream().anyMatch(name -> NativeMetadata.matches(glob, name)),
                        "means a resource");
    }

    @Test
    void all_interfaces_of_office_schemas_have_their_arrays() {
        List<String> interfaces = NativeMetadata.namesIn(NativeMetadata.placeOf(CTDocument1.class)).stream()
                .filter(name -> name.matches(
                        "(org/openxmlformats|com/microsoft|org/etsi|org/w3|org/apache/poi/schemas)/.*\\.class"))
                .map(name -> load(name.replace(".class", "").replace('/', '.')))
                .filter(type -> type.isInterface() && XmlObject.class.isAssignableFrom(type))
                .map(type -> type.getName() + "[]")
                .toList();
        assertThat(interfaces).hasSizeGreaterThan(2500);
        assertThat(METADATA.types().keySet()).containsAll(interfaces);
    }

    @Test
    void the_resources_of_the_program_are_told() throws IOException {
        Properties settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        Set<String> included =
                Set.of(settings.getProperty("quarkus.native.resources.includes").split(",", -1));
        Set<String> own = NativeMetadata.namesIn(Path.of("src/main/resources")).stream()
                .filter(name ->
                        !name.matches("META-INF/.*|application\\.properties|.*/(README\\.md|[A-Z-]+LICENSE\\.txt)"))
                .collect(Collectors.toSet());
        assertThat(own)
                .anyMatch(name -> name.startsWith("prompts/"))
                .anyMatch(name -> name.startsWith("db/migration/"));
        // Flyway's extension tells of the migrations in the place where it looks when no other is set.
        assertThat(settings).doesNotContainKey("quarkus.flyway.locations");
        assertThat(own)
                .allMatch(
                        name -> name.matches("db/migration/V[0-9]+__[a-z_]+\\.sql")
                                || NativeMetadata.any(included, name),
                        "is told");
        assertThat(included)
                .allMatch(
                        glob -> own.stream().anyMatch(name -> NativeMetadata.matches(glob, name)), "means a resource");
        assertThat(METADATA.hasResource("langdetect-183.bin")).isTrue();
    }

    @Test
    void what_tika_finds_by_service_can_be_made() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String kind : List.of("detect.Detector", "detect.EncodingDetector", "detect.zip.ZipContainerDetector")) {
            for (URL file : Collections.list(
                    Parser.class.getClassLoader().getResources("META-INF/services/org.apache.tika." + kind))) {
                try (var lines = new BufferedReader(new InputStreamReader(file.openStream(), UTF_8))) {
                    lines.lines()
                            .filter(line -> line.startsWith("org.apache.tika"))
                            .map(String::strip)
                            .forEach(found::add);
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(8).isSubsetOf(METADATA.types().keySet());
    }

    @Test
    void decoders_of_images_are_told_with_their_service() {
        assertThat(METADATA.types()).containsKey(JBIG2ImageReaderSpi.class.getName());
        assertThat(METADATA.hasResource("META-INF/services/javax.imageio.spi.ImageReaderSpi"))
                .isTrue();
        assertThat(NativeMetadata.namesIn(NativeMetadata.placeOf(JBIG2ImageReaderSpi.class)))
                .contains("META-INF/services/javax.imageio.spi.ImageReaderSpi");
    }

    @Test
    void records_that_become_json_are_registered_with_all_they_hold() {
        Set<Class<?>> registered = registered();
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : registered) {
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .flatMap(held -> Pattern.compile("io\\.readingroom\\.[\\w.$]+")
                                .matcher(held.getTypeName())
                                .results())
                        .map(name -> load(name.group()))
                        .filter(held -> held.isRecord() && !registered.contains(held))
                        .forEach(held -> missing.add(type.getName() + " holds " + held.getName()));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void records_of_the_api_are_registered() {
        Set<Class<?>> described = CLASSES.stream()
                .filter(type -> type.isRecord() && type.isAnnotatedWith(Schema.class))
                .map(JavaClass::reflect)
                .collect(Collectors.toSet());
        assertThat(described).hasSizeGreaterThan(5);
        assertThat(registered()).containsAll(described);
    }

    private static Set<Class<?>> registered() {
        Set<Class<?>> registered = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .map(JavaClass::reflect)
                .flatMap(type -> {
                    Class<?>[] targets =
                            type.getAnnotation(RegisterForReflection.class).targets();
                    return targets.length == 0 ? Stream.of(type) : Arrays.stream(targets);
                })
                .collect(Collectors.toSet());
        assertThat(registered).hasSizeGreaterThan(30);
        return registered;
    }

    private static boolean isOf(Class<?> type, Class<?>... kinds) {
        return Arrays.stream(kinds).anyMatch(kind -> kind.isAssignableFrom(type));
    }

    private static Set<String> methodNames(Class<?> type) {
        return Stream.concat(
                        Stream.of("<init>").filter(name -> type.getDeclaredConstructors().length > 0),
                        Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getMethods()))
                                .map(java.lang.reflect.Method::getName))
                .collect(Collectors.toSet());
    }

    /// A name of the page: `…` and `*` stand for anything.
    private static Pattern expression(String name) {
        return Pattern.compile(
                Arrays.stream(name.split("(…|\\*+)", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static Class<?> load(String name) {
        Class<?>[] type = new Class<?>[1];
        assertThatCode(() -> type[0] = Class.forName(name, false, NativeMetadataTest.class.getClassLoader()))
                .as(name)
                .doesNotThrowAnyException();
        return type[0];
    }
}
