package dev.winslow.faults.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A small pipeline, and the stages that succeed in a run that comes to its end. */
public enum Shape {
    CHAIN("a b c d") {
        @Override
        void draw(Drawing drawing) {
            drawing.stage("a", .1, 2, "none")
                    .stage("b", .05, 300, "a")
                    .stage("c", .2, 2, "a b")
                    .stage("d", .02, 2, "a b c");
            drawing.flow("start", "a")
                    .flow("a", "b")
                    .flow("b", "c")
                    .flow("c", "d")
                    .flow("d", "end");
        }
    },
    FORK("a b c d e") {
        @Override
        void draw(Drawing drawing) {
            drawing.stage("a", .02, 2, "none")
                    .stage("b", .3, 20, "a")
                    .stage("c", .1, 500, "a")
                    .stage("d", .2, 2, "a")
                    .stage("e", .02, 2, "a b c d");
            drawing.element("<parallelGateway id=\"fork\"/>").element("<parallelGateway id=\"join\"/>");
            drawing.flow("start", "a").flow("a", "fork").flow("join", "e").flow("e", "end");
            for (String branch : new String[] {"b", "c", "d"}) {
                drawing.flow("fork", branch).flow(branch, "join");
            }
        }
    },
    LOOP("a b b b c") {
        @Override
        void draw(Drawing drawing) {
            drawing.stage("a", .02, 2, "none").stage("b", .1, 30, "a", "loops").stage("c", .02, 2, "a b");
            drawing.element("<exclusiveGateway id=\"again\" default=\"again-to-c\"/>");
            drawing.flow("start", "a")
                    .flow("a", "b")
                    .flow("b", "again")
                    .flow("again", "c")
                    .flow("c", "end");
            drawing.flow("again", "b", "${again == 'yes'}");
        }
    },
    RETRY("a b") {
        @Override
        void draw(Drawing drawing) {
            drawing.stage("a", .1, 2, "none", "fails-once").stage("b", .6, 1500, "a");
            drawing.flow("start", "a").flow("a", "b").flow("b", "end");
        }
    },
    ASKING("a b") {
        @Override
        void draw(Drawing drawing) {
            drawing.stage("a", .05, 2, "none").stage("b", .05, 2, "a");
            drawing.element("""
                    <userTask id="look" name="Look at it"><extensionElements><winslow:task form="review">
                      <winslow:field variable="decision" label="Decision" type="choice" required="true" value="approve" choices="approve,redo"/>
                    </winslow:task></extensionElements></userTask>
                    """);
            drawing.flow("start", "a").flow("a", "look").flow("look", "b").flow("b", "end");
        }
    };

    private final String successes;

    Shape(String successes) {
        this.successes = successes;
    }

    abstract void draw(Drawing drawing);

    /** How often each stage succeeds. */
    public Map<String, Integer> successes() {
        return Arrays.stream(successes.split(" ", -1))
                .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum));
    }

    public static Shape ofKey(String key) {
        return Arrays.stream(values())
                .filter(shape -> shape.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No pipeline of a trial has the key " + key));
    }

    String key() {
        return "faults-" + name().toLowerCase(Locale.ROOT);
    }

    String bpmn() {
        Drawing drawing = new Drawing(key());
        draw(drawing);
        return drawing.bpmn();
    }
}
