package io.readingroom.reading.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The prose of an answer as sentences, without the lists, headings and remarks that models put around it.
final class Prose {

    private static final Pattern END = Pattern.compile("[.!?]+[\"'”’)\\]]*\\s+|[。！？]+[」』”’）]*\\s*");
    private static final Pattern FINISHED = Pattern.compile(".*[.!?。！？][\"'”’)\\]」』）]*\\s*", Pattern.DOTALL);
    private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*•#>]+|\\(?\\d{1,2}[.)](?!\\d))\\s*");
    private static final Pattern EVIDENCE_MARK = Pattern.compile("\\s*\\[E\\d+]");
    private static final Pattern LAST_WORD = Pattern.compile("(?:^|[\\s(])(\\S+?)\\.$");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "inc", "corp", "ltd", "co", "no", "nos", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "jr", "sr", "e.g",
            "i.e", "art", "sec", "approx", "dept", "fig", "hon", "gen", "col", "bros", "cie", "s.a", "n.v");

    private static final int LONGEST_HEADING = 40;

    private Prose() {}

    /// The distinct sentences in order.
    ///
    /// @param cut whether the answer was cut, so that an unfinished last sentence is left out
    static List<String> sentences(String answer, boolean cut) {
        Set<String> sentences = new LinkedHashSet<>();
        for (String line : answer.strip().split("\\R+")) {
            String plain =
                    EVIDENCE_MARK.matcher(line).replaceAll("").replace("**", "").strip();
            plain = LIST_MARK.matcher(plain).replaceFirst("").strip();
            if (!plain.endsWith(":") && !plain.endsWith("：")) {
                sentences.addAll(split(plain));
            }
        }
        List<String> list = new ArrayList<>(sentences);
        if (cut && !list.isEmpty() && !finished(list.getLast())) {
            list.removeLast();
        }
        // Among finished sentences, what has no end is a heading that the model copied.
        if (list.stream().anyMatch(Prose::finished)) {
            list.removeIf(sentence -> !finished(sentence) && sentence.length() < LONGEST_HEADING);
        }
        return list;
    }

    private static boolean finished(String sentence) {
        return FINISHED.matcher(sentence).matches();
    }

    private static List<String> split(String line) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        Matcher end = END.matcher(line);
        while (end.find()) {
            String sentence = line.substring(start, end.end()).strip();
            if (ends(sentence, line.substring(end.end()))) {
                sentences.add(sentence);
                start = end.end();
            }
        }
        if (!line.substring(start).isBlank()) {
            sentences.add(line.substring(start).strip());
        }
        return sentences;
    }

    private static boolean ends(String sentence, String rest) {
        if (!rest.isEmpty() && Character.isLowerCase(rest.codePointAt(0))) {
            return false;
        }
        Matcher word = LAST_WORD.matcher(sentence);
        if (!word.find()) {
            return true;
        }
        String last = word.group(1).toLowerCase(Locale.ROOT);
        boolean initial = last.length() == 1 && Character.isLetter(last.charAt(0));
        return !initial && !ABBREVIATIONS.contains(last);
    }
}
