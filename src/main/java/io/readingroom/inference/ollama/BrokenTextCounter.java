package io.readingroom.inference.ollama;

import io.readingroom.document.TokenCounter;
import io.readingroom.tokenizer.ControlTokens;

/// Counts a text as it will be sent, with its control tokens broken.
record BrokenTextCounter(TokenCounter counter, ControlTokens control) implements TokenCounter {

    @Override
    public int count(CharSequence text) {
        return counter.count(control.broken(text.toString()));
    }

    @Override
    public boolean exact() {
        return counter.exact();
    }
}
