package dev.winslow.ui.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts that source files hand to be translated: the literals in {@code t(...)}, {@code later(...)} and {@code count(...)}. */
final class SourceTexts {
    private static final Pattern CALL = Pattern.compile("(?<![.\\w])(t|later|count)\\(");
    private static final Pattern LITERAL = Pattern.compile("(?s)(['\"])((?:\\\\.|(?!\\1)[^\\\\\\n])*)\\1");
    /** Two literals that a long line parts. */
    private static final Pattern JOINED = Pattern.compile("(?s)(['\"])\\s*\\+\\s*\\1");

    private static final Pattern SHOWN = Pattern.compile(
            "(?:(?:Button|Span|H1|H2|H3|Paragraph|Field|Area|Box|Checkbox|Select|Anchor|head|empty|refused|done|Tab|Details|ListItem"
                    + "|Label|Text|Title|Header|Placeholder|Caption|Message)\\((?:new )?|\"aria-label\", )\"([^\"]*[A-Za-z]{2}[^\"]*)\"");
    private static final Pattern READ_BY_PROGRAMS =
            Pattern.compile("^\\s*(\\*|//|@)|log\\.|Exception\\(|request\\.|response\\.|\"Winslow\"");

    /** Words in markup, between its tags and in what is read out. */
    private static final Pattern MARKUP = Pattern.compile(
            ">([^<>{}`]*[A-Za-z]{3}[^<>{}`]*)</|(?:aria-label|title|placeholder)=\"([^\"$]*[A-Za-z]{3}[^\"$]*)\"");

    private static final Pattern SET = Pattern.compile(
            "(?:textContent|ariaLabel|\\.title|\\.placeholder|'aria-label')(?: =|:|,) (['\"`])(.*?)\\1");
    private static final Pattern VALUE = Pattern.compile("\\$\\{(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3}");

    private SourceTexts() {}

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> below(Path folder, String ending) {
        return files(folder, ending).stream()
                .flatMap(file -> of(read(file)).stream())
                .toList();
    }

    static List<String> of(String source) {
        List<String> found = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            if (!isImported(call.group(1), source)) {
                continue;
            }
            List<String> arguments = arguments(source, call.end());
            boolean counts = call.group(1).equals("count");
            arguments.stream().skip(counts ? 1 : 0).limit(counts ? 2 : 1).forEach(argument -> {
                Matcher literal = LITERAL.matcher(JOINED.matcher(argument).replaceAll(""));
                while (literal.find()) {
                    found.add(unescaped(literal.group(2)));
                }
            });
        }
        return found;
    }

    /**
     * Literals that look as if people read them, such as {@code "New project"}, and are not handed to be translated. What programs read has no
     * blank behind a capital, and what the log, an exception, an annotation or the style takes is left out.
     */
    static List<String> untranslated(String source) {
        List<String> found = new ArrayList<>();
        for (String line : source.lines().toList()) {
            if (READ_BY_PROGRAMS.matcher(line).find()) {
                continue;
            }
            Matcher shown = SHOWN.matcher(line);
            while (shown.find()) {
                found.add(shown.group(1));
            }
        }
        return found;
    }

    /** As {@link #untranslated}, of a script. */
    static List<String> untranslatedInScript(String source) {
        List<String> found = new ArrayList<>();
        for (String line : source.lines().toList()) {
            MARKUP.matcher(line)
                    .results()
                    .map(words -> words.group(1) == null ? words.group(2) : words.group(1))
                    .forEach(found::add);
            SET.matcher(line)
                    .results()
                    .map(words -> VALUE.matcher(words.group(2)).replaceAll(""))
                    .filter(words -> WORD.matcher(words).find())
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isImported(String name, String source) {
        return source.contains("import static dev.winslow.ui.language.Texts." + name + ";")
                || Pattern.compile("import \\{[^}]*\\b" + name + "\\b[^}]*} from '[^']*/texts(\\.ts)?'")
                        .matcher(source)
                        .find();
    }

    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int at = from; at < source.length(); at++) {
            char here = source.charAt(at);
            if (here == '"' || here == '\'') {
                Matcher literal = LITERAL.matcher(source).region(at, source.length());
                at = literal.lookingAt() ? literal.end() - 1 : at;
            } else if ("([{".indexOf(here) >= 0) {
                depth++;
            } else if (depth == 0 && (here == ',' || here == ')')) {
                arguments.add(source.substring(begin, at));
                begin = at + 1;
                if (here == ')') {
                    break;
                }
            } else if (")]}".indexOf(here) >= 0) {
                depth--;
            }
        }
        return arguments;
    }

    private static String unescaped(String literal) {
        return literal.replaceAll("\\\\(['\"\\\\])", "$1");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
