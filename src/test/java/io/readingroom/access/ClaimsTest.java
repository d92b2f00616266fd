package io.readingroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sub\":\"ada\"}|user:ada",
                "{\"sub\":\"ada\",\"azp\":\"web\"}|user:ada",
                "{\"sub\":\"ada\",\"client_id\":\"web\"}|user:ada",
                "{\"sub\":\"archive\",\"client_id\":\"archive\"}|client:archive",
                "{\"client_id\":\"archive\"}|client:archive",
                "{\"sub\":\"4711\",\"azp\":\"Archive\",\"preferred_username\":\"service-account-archive\"}|client:Archive",
                "{\"sub\":\"4711\",\"azp\":\"web\",\"preferred_username\":\"service-account-archive\"}|user:4711",
                "{\"sub\":\"0815\",\"appid\":\"guid\",\"idtyp\":\"app\"}|client:guid"
            })
    void a_token_says_which_person_or_system_it_is(String json, String actor) throws JsonProcessingException {
        assertThat(Claims.ofJson(json).actor()).contains(actor);
    }

    @Test
    void a_token_may_say_nobody() throws JsonProcessingException {
        assertThat(Claims.ofJson("{\"sub\":\" \",\"name\":\"Ada\"}").actor()).isEmpty();
    }

    @Test
    void roles_are_a_list_or_words_wherever_they_lie() throws JsonProcessingException {
        Claims claims =
                Claims.ofJson("{\"roles\":[\"a\",\"b c\"],\"scope\":\"d e\",\"realm_access\":{\"roles\":[\"f\"]},"
                        + "\"https://example.org/roles\":[\"g\"],\"number\":7}");
        assertThat(claims.words("roles")).containsExactly("a", "b c");
        assertThat(claims.words("scope")).containsExactly("d", "e");
        assertThat(claims.words("realm_access/roles")).containsExactly("f");
        assertThat(claims.words("https://example.org/roles")).containsExactly("g");
        assertThat(claims.words("number")).isEmpty();
        assertThat(claims.words("nowhere/at/all")).isEmpty();
    }

    @Test
    void a_tenant_is_one_word() throws JsonProcessingException {
        Claims claims = Claims.ofJson("{\"one\":\"north\",\"list\":[\"north\"],\"two\":[\"north\",\"south\"],\"n\":1}");
        assertThat(claims.word("one")).contains("north");
        assertThat(claims.word("list")).contains("north");
        assertThat(claims.word("two")).isEmpty();
        assertThat(claims.word("n")).isEmpty();
    }
}
