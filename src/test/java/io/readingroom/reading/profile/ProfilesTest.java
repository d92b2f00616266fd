package io.readingroom.reading.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readingroom.document.RefusedException;
import io.readingroom.grounding.value.ValueType;
import io.readingroom.reading.Field;
import io.readingroom.reading.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

    @TempDir
    Path folder;

    @Test
    void two_profiles_ship() {
        Profiles profiles = new Profiles(Optional.empty());
        assertThat(profiles.names()).containsExactly("general", "nda");
        assertThat(profiles.named("nda").fields().stream().map(Field::name))
                .containsExactly("effective_date", "jurisdiction", "party", "term");
        assertThat(profiles.named(Profiles.DEFAULT).fields()).hasSize(10);
    }

    @Test
    void an_unknown_name_is_refused() {
        Profiles profiles = new Profiles(Optional.empty());
        assertThatThrownBy(() -> profiles.named("lease"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(ProfileRefusal.UNKNOWN));
    }

    @Test
    void an_operators_profile_is_added_and_may_replace_a_shipped_one() throws IOException {
        write("lease.yaml", "name: lease\nfields:\n  - name: rent\n    description: the rent\n    type: amount\n");
        write("nda.yml", "name: nda\nfields:\n  - name: party\n    description: who\n    many: true\n");
        Profiles profiles = new Profiles(Optional.of(folder));
        assertThat(profiles.names()).containsExactly("general", "lease", "nda");
        assertThat(profiles.named("lease").fields().getFirst().type()).isEqualTo(ValueType.AMOUNT);
        assertThat(profiles.named("nda").fields()).hasSize(1);
    }

    @Test
    void every_key_of_a_field_is_read() {
        Profile profile = ProfileFile.parse("x.yaml", """
                name: x
                fields:
                  - name: law
                    description: which law
                    type: name
                    many: true
                    allowed: [Texas, Utah]
                    requireCue: true
                    cues:
                      en: [governed, "no."]
                """.getBytes(StandardCharsets.UTF_8));
        Field field = profile.fields().getFirst();
        assertThat(field.many()).isTrue();
        assertThat(field.requireCue()).isTrue();
        assertThat(field.allowed()).containsExactly("Texas", "Utah");
        assertThat(field.cues()).containsEntry("en", List.of("governed", "no."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name: x\\nfields:\\n  - name: a\\n    description: d\\n    type: datte | line 5: unknown type 'datte'
                    name: x\\nfields:\\n  - name: a\\n    kind: date                        | line 4: unknown key 'kind'
                    name: x\\nfields:\\n  - name: a                                         | line 3: the key 'description'
                    name: x\\nfields: []                                                   | line 2: a profile has 1 to 40
                    name: x                                                                | line 1: the key 'fields'
                    name: X y\\nfields: []                                                 | line 1: a name has up to 40
                    name: x\\nname: y                                                      | line 2: the key 'name' stands
                    name: x\\nfields: [                                                    | line 2: no YAML
                    name: x\\nfields:\\n  - &a {name: b, description: c}\\n  - *a           | line 1: no YAML: Number of aliases
                    name: x\\nfields:\\n  - name: a\\n    description: d\\n    many: often  | line 5: expected true or false
                    name: x\\nfields:\\n  - name: a\\n    description: d\\n    requireCue: true | line 5: requireCue needs
                    name: x\\nfields:\\n  - name: a\\n    description: d\\n    unless: [b]    | line 3: 'a' gives way to 'b', which
                    !!java.net.URL [a]                                                     | line 1: no YAML: Global tag
                    """)
    void a_wrong_file_is_refused_with_its_line(String content, String message) {
        byte[] file = content.strip().replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ProfileFile.parse("mine.yaml", file))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageContaining("mine.yaml, ")
                .hasMessageContaining(message);
    }

    @Test
    void a_wrong_file_in_the_folder_refuses_the_start() throws IOException {
        write("bad.yaml", "name: bad\nfields:\n  - name: a\n");
        assertThatThrownBy(() -> new Profiles(Optional.of(folder)))
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageStartingWith("bad.yaml, line 3");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
