package dev.winslow.ui.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextsTest {
    private static final String JAVA = """
            import static dev.winslow.ui.language.Texts.count;
            import static dev.winslow.ui.language.Texts.later;
            import static dev.winslow.ui.language.Texts.t;
            """;

    @Test
    void findsWhatIsTranslated() {
        assertThat(SourceTexts.of(
                        JAVA + "new Button(t(\"New project\")); t(\"Redo from \\\"{0}\\\"\", name); later(\"Nodes\");"))
                .containsExactly("New project", "Redo from \"{0}\"", "Nodes");
    }

    @Test
    void findsBothFormsOfANumber() {
        assertThat(SourceTexts.of(
                        JAVA + "count(rows.of(a, \"b\").size(), \"one run\", \"{0} runs, {1}\", t(\"more\"))"))
                .containsExactly("one run", "{0} runs, {1}", "more");
    }

    @Test
    void joinsWhatALongLineParts() {
        assertThat(SourceTexts.of(JAVA + "t(\"The one, \"\n    + \"and the other\")"))
                .containsExactly("The one, and the other");
        assertThat(SourceTexts.of("import { count, t } from '../texts'; t(many ? 'Some' : 'One')"))
                .containsExactly("Some", "One");
    }

    @Test
    void leavesOutWhatOnlyEndsAlike() {
        assertThat(SourceTexts.of(JAVA + "set(\"a\"); list.count(\"b\"); start(\"c\")"))
                .isEmpty();
        assertThat(SourceTexts.of("t(\"of another class\")")).isEmpty();
    }

    @Test
    void findsWhatScriptsShowAsItStands() {
        assertThat(SourceTexts.untranslatedInScript(
                        "root.innerHTML = `<style>${style}</style><p class=\"note\">Loading</p>`;"))
                .containsExactly("Loading");
        assertThat(SourceTexts.untranslatedInScript(
                        "x = `<button aria-label=\"Close it\" title=\"${t('Close')}\">×</button>`;"))
                .containsExactly("Close it");
        assertThat(SourceTexts.untranslatedInScript(
                        "set(a, { 'aria-label': `${name} with ${count}` }); b.textContent = 'None';"))
                .containsExactly(" with ", "None");
        assertThat(
                        SourceTexts.untranslatedInScript(
                                "a.textContent = t('None'); b.textContent = `${size} MB, ${t('of {0}', all)}`; new Map<string, Promise<number>>();"))
                .isEmpty();
    }

    @Test
    void findsWhatIsShownAsItStands() {
        assertThat(SourceTexts.untranslated("add(new Button(\"Save\"), new Span(t(\"Name\")), new H2(title));"))
                .containsExactly("Save");
        assertThat(SourceTexts.untranslated("nav.getElement().setAttribute(\"aria-label\", \"Main menu\");"))
                .containsExactly("Main menu");
        assertThat(SourceTexts.untranslated("log.info(\"Done\"); // new Button(\"Save\")"))
                .isEmpty();
    }
}
