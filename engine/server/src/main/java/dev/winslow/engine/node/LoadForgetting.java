package dev.winslow.engine.node;

import dev.winslow.engine.RepeatedWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Deletes what was measured too long ago, so that it never needs more space than the nodes of a month. */
@Component
class LoadForgetting extends RepeatedWork {
    private static final Duration REST = Duration.ofMinutes(1);

    private final Utilisation utilisation;

    LoadForgetting(Utilisation utilisation) {
        super("load-forgetting", REST, REST);
        this.utilisation = utilisation;
    }

    @Override
    protected void round() {
        utilisation.forget();
    }
}
