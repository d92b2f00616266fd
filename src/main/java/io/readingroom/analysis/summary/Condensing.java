package io.readingroom.analysis.summary;

import io.readingroom.document.ProtectedText;
import io.readingroom.document.TokenCounter;
import io.readingroom.inference.InferenceException.TooLong;
import io.readingroom.inference.ModelSession;
import io.readingroom.reading.Rejected;
import io.readingroom.reading.SupportedSentence;
import io.readingroom.reading.Usage;
import io.readingroom.reading.question.Conversation;
import io.readingroom.reading.question.SupportedProse;
import java.util.ArrayList;
import java.util.List;

/// One summary in the making, and what it has cost so far.
final class Condensing {

    /// So many sentences are a summary already.
    private static final int FEW = 3;

    private final ModelSession session;
    private final TokenCounter counter;
    private final CondenseQuestion question;
    private final String language;
    private Rejected rejected = Rejected.NONE;
    private Usage usage = Usage.NONE;

    Condensing(ModelSession session, TokenCounter counter, CondenseQuestion question, String language) {
        this.session = session;
        this.counter = counter;
        this.question = question;
        this.language = language;
    }

    Rejected rejected() {
        return rejected;
    }

    Usage usage() {
        return usage;
    }

    /// At most `count` sentences about the whole. Each level leaves fewer sentences than it was given, so that it ends.
    List<SupportedSentence> whole(List<SupportedSentence> sentences, int room, int count) throws InterruptedException {
        List<SupportedSentence> level = sentences;
        List<List<SupportedSentence>> groups = groups(level, room);
        while (groups.size() > 1) {
            List<SupportedSentence> next = new ArrayList<>();
            for (List<SupportedSentence> group : groups) {
                next.addAll(condense(group, Math.max(1, Math.min(FEW, group.size() / 2))));
            }
            if (next.size() >= level.size()) {
                return spread(level, count);
            }
            level = next;
            groups = groups(level, room);
        }
        return condense(level, Math.min(count, Math.max(FEW, level.size() / 2)));
    }

    /// Neighbours together, as many as one prompt holds.
    private List<List<SupportedSentence>> groups(List<SupportedSentence> sentences, int room) {
        List<List<SupportedSentence>> groups = new ArrayList<>();
        List<SupportedSentence> group = new ArrayList<>();
        int tokens = 0;
        for (SupportedSentence sentence : sentences) {
            int cost = counter.count(PartSentences.line(sentences.size(), sentence));
            if (!group.isEmpty() && tokens + cost > room) {
                groups.add(group);
                group = new ArrayList<>();
                tokens = 0;
            }
            group.add(sentence);
            tokens += cost;
        }
        groups.add(group);
        return groups;
    }

    /// What the model makes of a group, or some of the group's own sentences when none of that is supported.
    private List<SupportedSentence> condense(List<SupportedSentence> group, int count) throws InterruptedException {
        if (group.size() <= count) {
            return group;
        }
        PartSentences parts = new PartSentences(group, language);
        ProtectedText lines = parts.lines();
        Conversation conversation = new Conversation(session, lines, counter.count(lines.reveal()));
        try {
            SupportedProse prose = question.ask(conversation, parts, count, language);
            rejected = rejected.plus(prose.rejected());
            return prose.sentences().isEmpty()
                    ? spread(group, count)
                    : prose.sentences().stream().limit(count).toList();
        } catch (TooLong tooLong) {
            return halved(group, count);
        } finally {
            usage = usage.plus(conversation.usage());
        }
    }

    private List<SupportedSentence> halved(List<SupportedSentence> group, int count) throws InterruptedException {
        if (count < 2) {
            return spread(group, count);
        }
        int middle = group.size() / 2;
        List<SupportedSentence> both = new ArrayList<>(condense(group.subList(0, middle), count / 2));
        both.addAll(condense(group.subList(middle, group.size()), count - count / 2));
        return both;
    }

    /// `count` of all, evenly from the beginning to the end; all when there are no more.
    static <T> List<T> spread(List<T> all, int count) {
        if (all.size() <= count) {
            return all;
        }
        List<T> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get(i * all.size() / count));
        }
        return some;
    }
}
