package dev.winslow.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredTextTest {
    @ParameterizedTest
    @CsvSource({
        "error, no fault",
        "(?i)(^|[^a-z])warn, all is well",
        "(?<subject>\\w+): (?<percent>[\\d.]+) ?%, frame 17 of 20",
        "0 records? detected, 1 record detected",
        "a\\.b, axb",
        "(?i)tracks, trap",
        "^done$, doing"
    })
    void rulesOutLinesThatLackWhatEveryMatchContains(String pattern, String line) {
        assertThat(RequiredText.of(pattern).mayMatch(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a|b", "(?i)ks", "x?", "[ab]", "a{0,2}", "\\Qa\\E", "a(?i)b", "a[\\]]", "", "\ud83d\ude97?"})
    void rulesOutNothingWhereItDoesNotUnderstand(String pattern) {
        assertThat(RequiredText.of(pattern).mayMatch("something else")).isTrue();
    }

    @Test
    void neverRulesOutALineThatMatches() {
        Random random = new Random(3);
        String[] parts = {
            "a", "b", "B", "ab", ".", "\\d", "\\.", "[ab]", "[^a]", "(a|b)", "(?:ab)?", "a*", "b+?", "a{0,1}", "b{2}",
            "^", "$", "|", "k"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder pattern = new StringBuilder(random.nextBoolean() ? "(?i)" : "");
            for (int part = random.nextInt(5); part >= 0; part--) {
                pattern.append(parts[random.nextInt(parts.length)]);
            }
            String line = random.ints(random.nextInt(8), 0, 8)
                    .mapToObj(each -> "abABk.1 ".substring(each, each + 1))
                    .reduce("", String::concat);

            if (Pattern.compile(pattern.toString()).matcher(line).find()) {
                assertThat(RequiredText.of(pattern.toString()).mayMatch(line))
                        .as("%s in %s", pattern, line)
                        .isTrue();
            }
        }
    }
}
