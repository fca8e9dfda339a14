package dev.winslow.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import dev.winslow.ui.security.Person;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class BackgroundTest {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Background background = new Background(this::thread);

    @AfterEach
    void end() {
        SecurityContextHolder.clearContext();
        background.close();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void pageGoesOnUntilThereIsAnAnswer() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        ask(new OpenPage(), () -> {
            slow.await();
            return "found";
        });

        assertThat(shown).isEmpty();
        slow.countDown();
        awaitAnswers();
        assertThat(shown).containsExactly("found");
    }

    @Test
    void asksOnBehalfOfThePerson() throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("ada", null, List.of()));
        ask(new OpenPage(), Person::name);
        SecurityContextHolder.clearContext();

        awaitAnswers();

        assertThat(shown).containsExactly("ada");
    }

    @Test
    void tellsWhatIsRefused() throws Exception {
        ask(new OpenPage(), () -> {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such log.", "Choose another.");
        });

        awaitAnswers();

        assertThat(shown).singleElement().asString().startsWith("refused: There is no such log. Choose another.");
    }

    @Test
    void tellsThatSomethingWentWrong() throws Exception {
        ask(new OpenPage(), () -> {
            throw new IllegalStateException("boom");
        });

        awaitAnswers();

        assertThat(shown).containsExactly("refused: Something went wrong in the server. Its log says more.");
    }

    @Test
    void saysNothingToAPageThatIsClosed() throws Exception {
        ask(new UI(), () -> "found");

        awaitAnswers();

        assertThat(shown).isEmpty();
    }

    private Thread thread(Runnable task) {
        Thread thread = Thread.ofVirtual()
                .uncaughtExceptionHandler((where, what) -> uncaught.add(what))
                .unstarted(task);
        threads.add(thread);
        return thread;
    }

    private void awaitAnswers() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void ask(UI page, Callable<String> question) {
        background.ask(page, question, shown::add, refusal -> shown.add("refused: " + refusal));
    }

    /** A page that a browser shows, as far as it is asked for here. */
    private static final class OpenPage extends UI {
        @Override
        public SerializableRunnable accessLater(SerializableRunnable task, SerializableRunnable detached) {
            return task;
        }
    }
}
