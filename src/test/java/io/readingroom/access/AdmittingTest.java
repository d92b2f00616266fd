package io.readingroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmittingTest {

    private final Map<String, String> settings = new HashMap<>();

    @Test
    void a_caller_has_the_tenant_and_the_roles_of_its_token() throws JsonProcessingException {
        Admitting.Verdict verdict =
                byToken("{\"sub\":\"ada\",\"tenant\":\"north\",\"roles\":[\"reader\",\"gardener\",\"uploader\"]}");
        assertThat(verdict.caller()).isEqualTo(new Caller("user:ada", "north", Set.of("reader", "uploader")));
        assertThat(verdict.reason()).isNull();
    }

    @Test
    void a_role_with_an_entry_is_given_by_its_values_alone() throws JsonProcessingException {
        settings.put("reading-room.access.roles.reader", "judges,clerks");
        settings.put("reading-room.access.roles-claim", "groups");
        assertThat(roles("judges")).containsExactly("reader");
        assertThat(roles("clerks")).containsExactly("reader");
        assertThat(roles("reader")).isEmpty();
        assertThat(roles("auditor")).containsExactly("auditor");
    }

    @Test
    void the_glass_is_broken_only_by_those_who_look_after_the_service() throws JsonProcessingException {
        settings.put("reading-room.access.roles-claim", "groups");
        assertThat(roles("break-glass reader auditor")).containsExactlyInAnyOrder("reader", "auditor");
        assertThat(roles("break-glass admin")).containsExactlyInAnyOrder("break-glass", "admin");
        assertThat(roles("break-glass privacy-officer")).contains("break-glass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"tenant\":\"\",", "\"tenant\":[\"north\",\"south\"],", "\"tenant\":\"no rth\","})
    void a_caller_without_one_tenant_has_no_role(String tenant) throws JsonProcessingException {
        Admitting.Verdict verdict = byToken("{" + tenant + "\"sub\":\"ada\",\"roles\":[\"reader\"]}");
        assertThat(verdict.reason()).isEqualTo("tenant-missing");
        assertThat(verdict.caller()).isEqualTo(new Caller("user:ada", "default", Set.of()));
    }

    @Test
    void where_there_is_one_tenant_only_all_are_its_but_those_of_others() throws JsonProcessingException {
        settings.put("reading-room.access.tenant", "north");
        assertThat(byToken("{\"sub\":\"ada\",\"roles\":[\"reader\"]}").caller())
                .isEqualTo(new Caller("user:ada", "north", Set.of("reader")));
        assertThat(byToken("{\"sub\":\"ada\",\"tenant\":\"north\"}").reason()).isNull();
        Admitting.Verdict foreign = byToken("{\"sub\":\"ada\",\"tenant\":\"south\",\"roles\":[\"reader\"]}");
        assertThat(foreign.reason()).isEqualTo("tenant-foreign");
        assertThat(foreign.caller().roles()).isEmpty();
    }

    @Test
    void a_certificate_stands_for_whom_the_settings_say() {
        settings.put("reading-room.access.certificates.archive.subject", "CN=archive, O=Example");
        settings.put("reading-room.access.certificates.archive.tenant", "north");
        settings.put("reading-room.access.certificates.archive.roles", "uploader,gardener");
        Caller caller = byCertificate("CN=Archive,O=example").caller();
        assertThat(caller).isEqualTo(new Caller("certificate:cn=archive,o=example", "north", Set.of("uploader")));
        Admitting.Verdict other = byCertificate("CN=archive,O=Example,C=CH");
        assertThat(other.reason()).isEqualTo("certificate-unknown");
        assertThat(other.caller().roles()).isEmpty();
    }

    @Test
    void a_certificate_without_a_tenant_is_let_in_nowhere() {
        settings.put("reading-room.access.certificates.archive.subject", "CN=archive");
        settings.put("reading-room.access.certificates.archive.roles", "uploader");
        assertThat(byCertificate("CN=archive").reason()).isEqualTo("tenant-missing");
    }

    private Set<String> roles(String group) throws JsonProcessingException {
        return byToken("{\"sub\":\"ada\",\"tenant\":\"north\",\"groups\":\"" + group + "\"}")
                .caller()
                .roles();
    }

    private Admitting.Verdict byToken(String json) throws JsonProcessingException {
        return admitting().byToken(Claims.ofJson(json));
    }

    private Admitting.Verdict byCertificate(String subject) {
        return admitting().byCertificate(new X500Principal(subject));
    }

    private Admitting admitting() {
        return new Admitting(new SmallRyeConfigBuilder()
                .withMapping(AccessSettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(AccessSettings.class));
    }
}
