package io.readingroom.reading.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void sentences_of_several_scripts_are_told_apart() {
        assertThat(Prose.sentences("First one. Second one! 第三句。第四句？", false))
                .containsExactly("First one.", "Second one!", "第三句。", "第四句？");
    }

    @Test
    void abbreviations_and_initials_do_not_end_a_sentence() {
        assertThat(Prose.sentences("Acme Inc. and J. Smith met Dr. Who on May 3. They agreed on 3.5 percent.", false))
                .containsExactly("Acme Inc. and J. Smith met Dr. Who on May 3.", "They agreed on 3.5 percent.");
    }

    @Test
    void lists_headings_and_marks_of_evidence_are_taken_off() {
        assertThat(Prose.sentences(
                        "Here is the summary:\n1. **Acme** pays [E12].\n- Beta ships.\n- Beta ships.", false))
                .containsExactly("Acme pays.", "Beta ships.");
    }

    @Test
    void an_unfinished_last_sentence_of_a_cut_answer_is_left_out() {
        assertThat(Prose.sentences("All is well. The rest of it", true)).containsExactly("All is well.");
        assertThat(Prose.sentences("Costs\nAll is well.", false)).containsExactly("All is well.");
    }

    @Test
    void nothing_has_no_sentences() {
        assertThat(Prose.sentences(" \n ", true)).isEmpty();
    }
}
