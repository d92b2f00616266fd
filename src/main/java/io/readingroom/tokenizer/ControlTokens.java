package io.readingroom.tokenizer;

import io.readingroom.document.TokenCounter;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// The texts that a model server turns into control tokens wherever they stand, a document's text included, and how to
/// keep a document from holding one. The broken form has the same length, so that spans stay where they are; it puts
/// the full-width form of the first character in its place (`＜|turn>`), which text normalisation folds back, so that a
/// quote of it is still found.
public final class ControlTokens {

    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;

    /// How far the full-width form of a printable ASCII character lies behind it.
    private static final int FULL_WIDTH = 0xFEE0;

    /// Those of common model families, image placeholders of Ollama and llama.cpp included, which no vocabulary lists.
    private static final List<String> KNOWN = List.of(
            "<|turn>",
            "<turn|>",
            "<|think|>",
            "<|channel>",
            "<channel|>",
            "<|image>",
            "<image|>",
            "<|audio>",
            "<audio|>",
            "<|\"|>",
            "<|tool>",
            "<tool|>",
            "<|tool_call>",
            "<tool_call|>",
            "<|tool_response>",
            "<tool_response|>",
            "<s>",
            "</s>",
            "<bos>",
            "<eos>",
            "<pad>",
            "<unk>",
            "<mask>",
            "<start_of_turn>",
            "<end_of_turn>",
            "<start_of_image>",
            "<end_of_image>",
            "<|im_start|>",
            "<|im_end|>",
            "<|endoftext|>",
            "<|begin_of_text|>",
            "<|end_of_text|>",
            "<|start_header_id|>",
            "<|end_header_id|>",
            "<|eot_id|>",
            "<|eom_id|>",
            "<|end|>",
            "<|user|>",
            "<|assistant|>",
            "<|system|>",
            "<|start|>",
            "<|message|>",
            "<|return|>",
            "<|call|>",
            "<tool_call>",
            "</tool_call>",
            "<think>",
            "</think>",
            "[INST]",
            "[/INST]",
            "<<SYS>>",
            "<</SYS>>",
            "[img-",
            "<__media__>",
            "<__image__>");

    private final Trie trie = new Trie();

    private ControlTokens(Collection<String> tokens) {
        KNOWN.forEach(token -> trie.add(token, 0));
        tokens.forEach(token -> trie.add(token.substring(firstBreakable(token)), 0));
    }

    /// Where the part of a token begins that starts with a character that has a full-width form.
    private static int firstBreakable(String token) {
        int at = 0;
        while (at < token.length() && !breakable(token.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean breakable(char unit) {
        return unit > ' ' && unit < 0x7F;
    }

    /// The control tokens known of common model families, and `tokens` besides. Blank ones are left out: text needs
    /// its white space.
    public static ControlTokens of(Collection<String> tokens) {
        return new ControlTokens(tokens);
    }

    /// The control tokens known of common model families, and those of `vocabulary`: all that it marks as control, and
    /// of the user-defined ones those in brackets, since others are runs of white space or ordinary words.
    public static ControlTokens of(Vocabulary vocabulary) {
        return of(IntStream.range(0, Math.min(vocabulary.tokens().size(), vocabulary.types().length))
                .filter(i -> controls(vocabulary.types()[i], vocabulary.tokens().get(i)))
                .mapToObj(vocabulary.tokens()::get)
                .toList());
    }

    private static boolean controls(int type, String token) {
        return type == CONTROL || (type == USER_DEFINED && (token.startsWith("<") || token.startsWith("[")));
    }

    /// The text as it may be sent to a model: every control token broken, and every half surrogate pair, for which
    /// UTF-8 has no form, replaced by U+FFFD. As long as `text`, unit for unit.
    public String broken(String text) {
        char[] units = Units.of(text);
        while (breakAll(units)) {
            // a token may hold the full-width form that stands for another's first character
        }
        return new String(units);
    }

    /// A counter of what a text costs in its broken form, the one that is sent.
    public TokenCounter counting(TokenCounter counter) {
        return new TokenCounter() {
            @Override
            public int count(CharSequence text) {
                return counter.count(broken(text.toString()));
            }

            @Override
            public boolean exact() {
                return counter.exact();
            }
        };
    }

    /// Whether the text holds a control token.
    public boolean present(String text) {
        char[] units = text.toCharArray();
        return IntStream.range(0, units.length).anyMatch(at -> standsAt(units, at));
    }

    private boolean breakAll(char[] units) {
        boolean found = false;
        for (int at = 0; at < units.length; at++) {
            if (standsAt(units, at)) {
                units[at] = (char) (units[at] + FULL_WIDTH);
                found = true;
            }
        }
        return found;
    }

    private boolean standsAt(char[] units, int from) {
        if (!trie.begins(units[from])) {
            return false;
        }
        int node = 0;
        for (int at = from; at < units.length; at++) {
            node = trie.step(node, units[at]);
            if (node == LongIntMap.NONE) {
                return false;
            }
            if (trie.value(node) != LongIntMap.NONE) {
                return true;
            }
        }
        return false;
    }
}
