package io.readingroom.analysis.merging;

import io.readingroom.analysis.Coverage;
import io.readingroom.analysis.Coverage.Share;
import io.readingroom.analysis.Material;
import io.readingroom.document.Page;
import io.readingroom.document.Span;
import io.readingroom.document.Warning;
import io.readingroom.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much of the text the readings cover, exactly.
///
/// @param read the stretches that were read, in order, without overlap
/// @param gaps the stretches that were not
record CoveredText(List<Span> read, List<Span> gaps) {

    static CoveredText of(Material material) {
        List<Span> read = new ArrayList<>();
        List<Span> gaps = new ArrayList<>();
        int reached = 0;
        List<Span> spans = material.readings().stream()
                .map(Reading::span)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
        for (Span span : spans) {
            if (span.start() > reached) {
                gaps.add(new Span(reached, span.start()));
            }
            int start = Math.max(reached, span.start());
            if (span.end() > start) {
                read.add(new Span(start, span.end()));
                reached = span.end();
            }
        }
        if (reached < material.text().length()) {
            gaps.add(new Span(reached, material.text().length()));
        }
        return new CoveredText(read, gaps);
    }

    Coverage coverage(Material material) {
        long characters = read.stream().mapToLong(Span::length).sum();
        long tokens = material.readings().stream().mapToLong(Reading::tokens).sum();
        long chunks = material.readings().size();
        return new Coverage(
                new Share(characters, material.text().length()),
                new Share(tokens, Math.max(tokens, material.totalTokens())),
                new Share(chunks, chunks + gaps.size()));
    }

    List<Warning> warnings(List<Page> pages) {
        return gaps.stream()
                .map(gap -> new Warning("text-not-covered", Page.at(pages, gap.start())))
                .distinct()
                .toList();
    }
}
