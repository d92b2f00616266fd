package io.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The architecture document: the rooms of the house, and what each may import. Data moves down the road; imports
/// point the other way.
class ArchitectureTest {

    private static final String HOUSE = "io.readingroom";

    /// Each room and the rooms it may import.
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            room("document"),
            room("telemetry", "document"),
            room("access", "document", "telemetry"),
            room("tlog"),
            room("verifier", "tlog"),
            room("officer"),
            room("audit", "document", "access"),
            room("privacy", "document", "audit", "access", "egress"),
            room("anchoring", "egress", "tlog"),
            room("sequencing", "document", "access", "audit", "privacy", "tlog", "anchoring"),
            room("register", "document", "access", "audit", "sequencing", "tlog"),
            room("tokenizer", "document"),
            room("egress", "document"),
            room("inference", "document", "tokenizer", "egress", "telemetry"),
            room("admission", "document", "access", "audit"),
            room("intake", "document", "access", "audit", "privacy"),
            room("extraction", "document", "egress", "telemetry"),
            room("chunking", "document", "extraction"),
            room("grounding", "document"),
            room("reading", "document", "chunking", "inference", "grounding"),
            room("analysis", "document", "reading", "grounding", "inference", "tokenizer"),
            room("extractive", "document", "chunking", "grounding", "reading", "analysis"),
            room("result", "document", "analysis", "reading", "grounding", "access", "admission", "audit", "privacy"),
            room("statement", "document", "access", "audit", "egress", "inference", "privacy"),
            room("journey", "document", "intake", "access", "audit", "privacy", "result"),
            room(
                    "pipeline",
                    "document",
                    "journey",
                    "intake",
                    "extraction",
                    "chunking",
                    "reading",
                    "analysis",
                    "result",
                    "inference",
                    "access",
                    "audit",
                    "privacy",
                    "telemetry"));

    /// Edges see every room; no room sees them. The root package holds the `main` that chooses the role.
    private static final Set<String> EDGES = Set.of("problem", "");

    /// A library, by package prefix, and the only rooms that touch it.
    private static final Map<String, Set<String>> ONLY_TOUCHED_BY = Map.ofEntries(
            Map.entry("org.apache.tika", Set.of("extraction")),
            Map.entry("opennlp.tools", Set.of("extraction")),
            Map.entry("dev.langchain4j", Set.of("inference")),
            Map.entry("io.quarkiverse.langchain4j", Set.of("inference")),
            Map.entry("com.ibm.icu", Set.of("chunking", "grounding", "extractive", "extraction")),
            Map.entry("javax.crypto", Set.of("privacy", "anchoring")),
            Map.entry("org.bouncycastle", Set.of("anchoring")),
            Map.entry("io.netty", Set.of("egress")),
            // No room of the service: what the service opens goes through the egress lock. The officer's command line
            // is a process of its own on another machine.
            Map.entry("java.net.http", Set.of("officer")),
            Map.entry("io.opentelemetry", Set.of("telemetry")),
            Map.entry("io.quarkus.oidc", Set.of("problem")),
            Map.entry("io.quarkus.security", Set.of("access", "problem")),
            Map.entry("org.eclipse.microprofile.jwt", Set.of("access")),
            Map.entry("org.jose4j", Set.of("access")),
            Map.entry("com.github.kagkarlsson", Set.of("pipeline")),
            // Those that do something with the outside, or know how something ended; workers are watched from there.
            Map.entry(
                    "io.micrometer",
                    Set.of(
                            "inference",
                            "journey",
                            "pipeline",
                            "result",
                            "audit",
                            "sequencing",
                            "privacy",
                            "egress",
                            "admission")));

    private static final Set<String> FORBIDDEN_NAMES = Set.of(
            "util", "utils", "common", "helper", "impl", "manager", "dto", "service", "shared", "rest", "config");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    @Test
    void a_room_imports_only_what_the_table_allows() {
        assertThat(dependencies()
                        .filter(d -> !allowed(room(d.getOriginClass()), room(d.getTargetClass())))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void every_room_is_on_the_table() {
        Set<String> rooms = CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
        rooms.removeAll(EDGES);
        assertThat(rooms).isSubsetOf(MAY_IMPORT.keySet());
    }

    @Test
    void the_table_has_no_cycle() {
        Map<String, Set<String>> open = new TreeMap<>(MAY_IMPORT);
        boolean progress = true;
        while (progress) {
            progress = open.entrySet().removeIf(room -> room.getValue().stream().noneMatch(open::containsKey));
        }
        assertThat(open).as("rooms that import each other").isEmpty();
    }

    @Test
    void packages_within_a_room_do_not_import_each_other_in_a_circle() {
        SlicesRuleDefinition.slices()
                .matching(HOUSE + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void a_library_is_touched_only_by_its_room() {
        assertThat(CLASSES.stream()
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .filter(ArchitectureTest::touchesForeignLibrary)
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void connections_are_opened_by_the_egress_lock_alone() {
        Set<String> openers = Set.of(
                "java.net.Socket.<init>",
                "java.net.DatagramSocket.<init>",
                "java.net.URL.openStream",
                "java.net.URL.openConnection",
                "java.nio.channels.SocketChannel.open",
                "java.nio.channels.AsynchronousSocketChannel.open",
                "java.nio.channels.DatagramChannel.open",
                "javax.net.SocketFactory.getDefault",
                "javax.net.ssl.SSLSocketFactory.getDefault");
        assertThat(CLASSES.stream()
                        .filter(c -> !room(c).equals("egress"))
                        .flatMap(c -> c.getCodeUnitCallsFromSelf().stream())
                        .filter(call -> openers.contains(call.getTargetOwner().getName() + "."
                                + call.getName().replace("constructor", "<init>")))
                        .map(call -> call.getDescription()))
                .isEmpty();
    }

    /// Who verifies the register has to trust the JDK and these two rooms, and nothing else; annotations say nothing at
    /// run time.
    @Test
    void the_verifier_stands_on_the_jdk_alone() {
        assertThat(CLASSES.stream()
                        .filter(c -> Set.of("tlog", "verifier").contains(room(c)))
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .filter(d -> !d.getTargetClass()
                                .getName()
                                .matches("\\[*L?(java\\.|org\\.jspecify\\.).*|\\[*[A-Z]|[a-z]+"))
                        .filter(d -> !Set.of("tlog", "verifier").contains(ownRoom(d.getTargetClass())))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static String ownRoom(JavaClass type) {
        return type.getPackageName().startsWith(HOUSE) ? room(type) : "a library";
    }

    /// It is handed to people who look after a register; they should not have to look after a framework.
    @Test
    void the_officers_command_line_stands_on_the_jdk_and_jackson_alone() {
        assertThat(CLASSES.stream()
                        .filter(c -> room(c).equals("officer"))
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .map(d -> d.getTargetClass().getBaseComponentType())
                        .filter(type -> !type.isPrimitive())
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.matches("(java|javax\\.net|com\\.fasterxml\\.jackson|org\\.jspecify)\\..*"
                                + "|io\\.readingroom\\.officer")))
                .isEmpty();
    }

    @Test
    void workers_do_not_know_that_they_are_watched() {
        for (String worker : List.of("extraction", "chunking", "reading", "analysis", "extractive", "grounding")) {
            assertThat(MAY_IMPORT.get(worker)).doesNotContain("audit", "access", "privacy");
            assertThat(CLASSES.stream()
                            .filter(c -> room(c).equals(worker))
                            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                            .filter(d -> d.getTargetClass().getPackageName().startsWith("java.sql"))
                            .map(Dependency::getDescription))
                    .isEmpty();
        }
    }

    @Test
    void no_package_or_class_has_a_name_that_says_nothing() {
        Set<String> bad = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (Arrays.stream(type.getPackageName().split("\\.")).anyMatch(FORBIDDEN_NAMES::contains)
                    || type.getSimpleName().matches(".*(Utils?|Helper|Manager|Impl|Dto)")) {
                bad.add(type.getName());
            }
        }
        assertThat(bad).isEmpty();
    }

    private static Map.Entry<String, Set<String>> room(String name, String... imports) {
        return Map.entry(name, Set.of(imports));
    }

    private static Stream<Dependency> dependencies() {
        return CLASSES.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(d -> d.getTargetClass().getPackageName().startsWith(HOUSE))
                .filter(d -> !room(d.getOriginClass()).equals(room(d.getTargetClass())));
    }

    private static boolean allowed(String from, String to) {
        return EDGES.contains(from) || MAY_IMPORT.getOrDefault(from, Set.of()).contains(to);
    }

    private static boolean touchesForeignLibrary(Dependency dependency) {
        String target = dependency.getTargetClass().getPackageName();
        return ONLY_TOUCHED_BY.entrySet().stream()
                .anyMatch(library -> target.startsWith(library.getKey())
                        && !library.getValue().contains(room(dependency.getOriginClass())));
    }

    private static String room(JavaClass type) {
        String inside = type.getPackageName().substring(HOUSE.length());
        return inside.isEmpty()
                ? ""
                : Path.of(inside.substring(1).replace('.', '/')).getName(0).toString();
    }
}
