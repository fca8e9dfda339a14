package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import dev.winslow.engine.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/** Finds out what takes a while, on behalf of the person who asks, while the page goes on. */
@Component
public class Background {
    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final ExecutorService threads;

    @Autowired
    Background() {
        this(Thread.ofVirtual().name("background-", 0).factory());
    }

    Background(ThreadFactory threads) {
        this.threads = Executors.newThreadPerTaskExecutor(threads);
    }

    /**
     * Shows the answer, or a sentence why there is none, once it is found; nothing where the page is closed by then.
     *
     * @param question asked on another thread: without the page, and without its language
     */
    public <T> void ask(
            UI page, Callable<T> question, SerializableConsumer<T> show, SerializableConsumer<String> refuse) {
        threads.execute(new DelegatingSecurityContextRunnable(() -> tell(page, answer(question, show, refuse))));
    }

    private static <T> SerializableRunnable answer(
            Callable<T> question, SerializableConsumer<T> show, SerializableConsumer<String> refuse) {
        try {
            T answer = question.call();
            return () -> show.accept(answer);
        } catch (ProblemException refused) {
            return () -> refuse.accept(Notices.sentence(refused));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return () -> refuse.accept(t("The server does not answer. Try again later."));
        } catch (Exception unexpected) {
            log.error("What a page asked could not be answered", unexpected);
            return () -> refuse.accept(t("Something went wrong in the server. Its log says more."));
        }
    }

    private static void tell(UI page, SerializableRunnable words) {
        page.accessLater(words, () -> log.debug("A page was closed before it was answered"))
                .run();
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
