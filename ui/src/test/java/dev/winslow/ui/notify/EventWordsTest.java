package dev.winslow.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.history.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventWordsTest {
    @Test
    void allThatARuleCanTellHasWordsOfItsOwn() {
        List<String> words = EventWords.all().stream().map(EventWords::of).toList();

        assertThat(words).isNotEmpty().doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void whatNoRuleCanTellIsPassedOver() {
        assertThat(EventWords.of(List.of(EventKind.SIGNED_IN, EventKind.RUN_FAILED)))
                .isEqualTo(EventWords.of(EventKind.RUN_FAILED));
    }
}
