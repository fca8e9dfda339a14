package dev.winslow.ui.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.account.Role;
import dev.winslow.api.node.NodeState;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.run.RunState;
import dev.winslow.api.run.StepState;
import dev.winslow.api.stage.AttemptState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text has its German, and every German its text. */
class TranslationsTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void textsOfPagesAreTranslated() {
        assertThat(missing(usedByPages(), Translations.german().pages()))
                .as("texts in Java without a German one in winslow/german.json, under pages")
                .isEmpty();
    }

    @Test
    void textsOfElementsAreTranslated() {
        assertThat(missing(usedByElements(), Translations.german().elements()))
                .as("texts in scripts without a German one in winslow/german.json, under elements")
                .isEmpty();
    }

    @Test
    void noTranslationIsLeftOver() {
        assertThat(leftOver(Translations.german().pages(), usedByPages())).isEmpty();
        assertThat(leftOver(Translations.german().elements(), usedByElements())).isEmpty();
    }

    @Test
    void translationsNameTheSameValues() {
        List<String> differ = new ArrayList<>();
        Stream.of(Translations.german().pages(), Translations.german().elements())
                .forEach(texts -> texts.forEach((english, german) -> {
                    // "one run" need not name the number where the other language does.
                    if (!places(german).equals(places(english))
                            && !places(english).isEmpty()) {
                        differ.add(english + " -> " + german);
                    }
                }));

        assertThat(differ).isEmpty();
    }

    @Test
    void whatIsShownIsTranslated() {
        assertThat(SourceTexts.files(MAIN.resolve("java"), ".java").stream()
                        .flatMap(file -> SourceTexts.untranslated(SourceTexts.read(file)).stream()
                                .map(text -> file.getFileName() + ": " + text)))
                .as("words that are shown and do not pass through t(...)")
                .isEmpty();
    }

    @Test
    void whatElementsShowIsTranslated() {
        assertThat(SourceTexts.files(MAIN.resolve("frontend"), ".ts").stream()
                        .filter(file -> !file.toString().contains("generated"))
                        .flatMap(file -> SourceTexts.untranslatedInScript(SourceTexts.read(file)).stream()
                                .map(text -> file.getFileName() + ": " + text)))
                .as("words in scripts that are shown and do not pass through t(...)")
                .isEmpty();
    }

    @Test
    void dialogsThatCanBeLeftAreMadeInOnePlace() {
        assertThat(SourceTexts.files(MAIN.resolve("java"), ".java").stream()
                        .filter(file -> SourceTexts.read(file).contains("new ConfirmDialog("))
                        .map(file -> file.getFileName().toString()))
                .as("dialogs whose button to leave them would speak English")
                .containsExactly("Confirmation.java");
    }

    private static Set<String> usedByPages() {
        Set<String> used = new TreeSet<>(SourceTexts.below(MAIN.resolve("java"), ".java"));
        Stream.of(
                        ProjectState.values(),
                        RunState.values(),
                        StepState.values(),
                        AttemptState.values(),
                        NodeState.values(),
                        Role.values())
                .<Enum<?>>flatMap(Stream::of)
                .map(state -> state.name().charAt(0) + state.name().substring(1).toLowerCase(java.util.Locale.ROOT))
                .forEach(used::add);
        return used;
    }

    private static Set<String> usedByElements() {
        return new TreeSet<>(SourceTexts.below(MAIN.resolve("frontend"), ".ts"));
    }

    private static List<String> missing(Set<String> used, Map<String, String> texts) {
        return used.stream().filter(text -> !texts.containsKey(text)).toList();
    }

    private static List<String> leftOver(Map<String, String> texts, Set<String> used) {
        return texts.keySet().stream().filter(text -> !used.contains(text)).toList();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }
}
