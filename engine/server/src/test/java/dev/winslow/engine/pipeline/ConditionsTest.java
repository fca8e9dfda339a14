package dev.winslow.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${decision == 'redo'}",
                "${decision eq \"redo\"}",
                " ${ (a > 0.5 && !b) || empty c } ",
                "#{not (a and b)}",
                "${approved}",
                "${true}",
                "${count >= 3 and count < 10}"
            })
    void acceptsComparisonsOfVariables(String expression) {
        assertThat(Conditions.fault(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${execution.engineServices}",
                "${a['b']}",
                "${run()}",
                "${a + b}",
                "${a ? b : c}",
                "${a} and ${b}",
                "${a == }",
                "${(a}",
                "${a b}",
                "${}",
                "${a == 'x\\''.class}",
                "decision == 'redo'"
            })
    void refusesWhatReachesFurther(String expression) {
        assertThat(Conditions.fault(expression)).isPresent();
    }
}
