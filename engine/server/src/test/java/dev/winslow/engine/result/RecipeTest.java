package dev.winslow.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final Recipe PLAIN =
            new Recipe("tool:1", List.of("a", "b"), Map.of("X", "1"), Map.of(), List.of(), Map.of("INPUT/a.mp4", "0"));

    @Test
    void isKnownByWhatStandsInItWhateverTheOrder() {
        Recipe one = recipe(Map.of("A", "1", "B", "2"));
        Recipe other = recipe(new java.util.TreeMap<>(Map.of("B", "2", "A", "1")));

        assertThat(one.fingerprint()).isEqualTo(other.fingerprint()).hasSize(64);
        assertThat(recipe(Map.of("A", "1", "B", "3")).fingerprint()).isNotEqualTo(one.fingerprint());
    }

    @Test
    void doesNotTakeOneTextForTwo() {
        assertThat(arguments("ab").fingerprint())
                .isNotEqualTo(arguments("a", "b").fingerprint());
        assertThat(arguments("a", "bc").fingerprint())
                .isNotEqualTo(arguments("ab", "c").fingerprint());
    }

    @Test
    void saysWhatChangedInItsOrder() {
        Recipe now = new Recipe(
                "tool:2",
                List.of("a"),
                Map.of("X", "", "Y", "2"),
                Map.of(),
                List.of("ERROR"),
                Map.of("INPUT/b.mp4", "0"));

        assertThat(RecipeChanges.between(PLAIN, now).sentence())
                .isEqualTo("the image changed from tool:1 to tool:2; variable X changed from 1 to nothing; "
                        + "variable Y is new: 2; file a.mp4 is gone; file b.mp4 is new; and 2 more changes");
    }

    @Test
    void showsNoValueWhereSomethingBecameASecretOrCeasedToBeOne() {
        Recipe before =
                new Recipe("t", List.of("--key=sesame"), Map.of("KEY", "sesame"), Map.of(), List.of(), Map.of());
        Recipe now = new Recipe(
                "t", List.of("--key=${KEY}"), Map.of("KEY", "${KEY}"), Map.of("KEY", "hash"), List.of(), Map.of());

        assertThat(RecipeChanges.between(before, now).sentence())
                .isEqualTo("the secret KEY changed; the arguments changed");
        assertThat(RecipeChanges.between(now, before).sentence())
                .isEqualTo("the secret KEY changed; the arguments changed");
    }

    private static Recipe recipe(Map<String, String> environment) {
        return new Recipe("t", List.of(), environment, Map.of(), List.of(), Map.of());
    }

    private static Recipe arguments(String... arguments) {
        return new Recipe("t", List.of(arguments), Map.of(), Map.of(), List.of(), Map.of());
    }
}
