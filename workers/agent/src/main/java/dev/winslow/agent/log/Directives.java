package dev.winslow.agent.log;

import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.api.log.LogLine;
import dev.winslow.api.log.LogStream;
import dev.winslow.api.task.TaskField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Lines of its standard output by which a stage speaks to Winslow: {@code winslow:set NAME=value} sets a variable for gateways and later stages,
 * {@code winslow:ask {"id": …, "title": …, "fields": […]}} asks a person. Any thread may ask what was read.
 */
public final class Directives {
    private static final Logger LOG = LoggerFactory.getLogger(Directives.class);
    /** The answer's file is named by it. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private static final String SET = "winslow:set ";
    private static final String ASK = "winslow:ask ";
    /** A stage may repeat the same mistake with each frame. */
    private static final int MOST_FAULTS = 100;

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * A question as the stage wrote it.
     *
     * @param release whether the stage ends now, to go on after the answer
     */
    public record Question(String id, String title, List<TaskField> fields, Optional<Boolean> release) {
        public Question {
            if (id == null || title == null || fields == null) {
                throw new IllegalArgumentException("it lacks its id, its title or its fields");
            }
        }
    }

    public synchronized void see(LogLine line) {
        if (line.stream() != LogStream.OUT || !line.text().startsWith("winslow:")) {
            return;
        }
        if (line.text().startsWith(SET)) {
            set(line.text().substring(SET.length()));
        } else if (line.text().startsWith(ASK)) {
            ask(line.text().substring(ASK.length()));
        }
    }

    private void set(String text) {
        Setting.of(text)
                .ifPresentOrElse(
                        set -> variables.put(set.name(), set.value()),
                        () -> fault("A line of the stage begins with " + SET + "and sets no variable. Expected " + SET
                                + Setting.EXPECTED + "."));
    }

    private void fault(String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sentence);
        }
    }

    private void ask(String json) {
        try {
            Question question = PrivateJson.MAPPER.readValue(json, Question.class);
            if (!ID.matcher(question.id()).matches()) {
                throw new IllegalArgumentException("its id has other characters than letters, digits, _, - and .");
            }
            questions.add(question);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            LOG.info("A stage asked what cannot be read: {}", unreadable.getMessage());
            fault("A question of the stage cannot be read (" + unreadable.getMessage()
                    + "). Expected a line such as winslow:ask {\"id\": \"north\", \"title\": \"Where is north?\", "
                    + "\"fields\": [{\"variable\": \"degrees\", \"label\": \"Degrees\", \"type\": \"number\", "
                    + "\"required\": true, \"choices\": []}]}");
        }
    }

    /** The newest value of each. */
    public synchronized Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** Those from this one on, counted from 0. */
    public synchronized List<Question> questions(int from) {
        return List.copyOf(questions.subList(Math.min(from, questions.size()), questions.size()));
    }

    /** Whether the stage has asked what was not answered yet. */
    public synchronized boolean waits(Predicate<String> answered) {
        return questions.stream().anyMatch(question -> !answered.test(question.id()));
    }

    /** Whether the stage has said that it ends to wait for a person. */
    public synchronized boolean releases() {
        return questions.stream().anyMatch(question -> question.release().orElse(false));
    }

    /** What is to be said to the stage's author, from this one on. */
    public synchronized List<String> faults(int from) {
        return List.copyOf(faults.subList(Math.min(from, faults.size()), faults.size()));
    }
}
