package io.readingroom.reading.profile;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A YAML file as a tree of nodes that know their lines. Nodes are composed and never turned into Java objects, so
/// that a file cannot name a class.
///
/// @param file the name of the file, for messages
/// @param node a node of its tree
record YamlTree(String file, Node node) {

    private static final int LONGEST_FILE = 1_000_000;

    static YamlTree of(String file, String content) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_FILE);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(content));
            if (root == null) {
                throw new MalformedProfileException(file, 1, "the file is empty");
            }
            return new YamlTree(file, root);
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 1
                    : malformed.getProblemMark().getLine() + 1;
            throw new MalformedProfileException(file, line, "no YAML: " + malformed.getProblem());
        } catch (YAMLException malformed) {
            throw new MalformedProfileException(file, 1, "no YAML: " + malformed.getMessage());
        }
    }

    MalformedProfileException wrong(String problem) {
        return new MalformedProfileException(file, node.getStartMark().getLine() + 1, problem);
    }

    /// The entries of a mapping in order. A key that is not allowed, or stands twice, is an error at its line.
    Map<String, YamlTree> entries(@Nullable Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected keys and values");
        }
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlTree key = new YamlTree(file, tuple.getKeyNode());
            String name = key.text();
            if (allowed != null && !allowed.contains(name)) {
                throw key.wrong("unknown key '" + name + "'; one of "
                        + allowed.stream().sorted().toList());
            }
            if (entries.put(name, new YamlTree(file, tuple.getValueNode())) != null) {
                throw key.wrong("the key '" + name + "' stands twice");
            }
        }
        return entries;
    }

    /// The entries of a mapping whose keys are languages.
    Map<String, YamlTree> languages() {
        Map<String, YamlTree> entries = entries(null);
        entries.forEach((language, value) -> {
            if (!language.matches("[a-z]{2,3}")) {
                throw value.wrong("expected a language such as en, zh or ja, not '" + language + "'");
            }
        });
        return entries;
    }

    List<YamlTree> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list");
        }
        List<YamlTree> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlTree(file, item)));
        return items;
    }

    List<String> texts() {
        return items().stream().map(YamlTree::text).toList();
    }

    /// The texts of a list, none where it is absent.
    static List<String> textsOf(@Nullable YamlTree list) {
        return list == null ? List.of() : list.texts();
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong("expected a text");
        }
        return scalar.getValue().strip();
    }

    /// The regular expression `text`, which stands here, blind to case.
    Pattern pattern(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException malformed) {
            throw wrong("no regular expression: " + malformed.getDescription());
        }
    }

    /// Whether a flag is set; one that is absent is not.
    static boolean isSet(@Nullable YamlTree flag) {
        return flag != null && flag.flag();
    }

    boolean flag() {
        return switch (text()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong("expected true or false");
        };
    }
}
