package dev.winslow.ui.node;

import static dev.winslow.ui.language.Texts.count;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import dev.winslow.api.node.NodeState;
import dev.winslow.api.node.NodeView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.api.stage.Capabilities;
import dev.winslow.api.stage.Gpu;
import dev.winslow.engine.security.Permission;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Kept;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.StateBadge;
import dev.winslow.ui.shell.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** One machine: what it has, how busy it is, what runs there, and what an operator can do with it. */
final class NodeCard extends Div {
    private final transient NodeDesk desk;
    private final transient Command changed;
    private final Div head = new Div();
    private final NodeCurves curves = new NodeCurves();
    private final UnorderedList work = new UnorderedList();
    private final transient Kept<Job, JobRow> jobs = new Kept<>(work, JobRow::new);
    private final Div facts = new Div();
    private transient Optional<NodeDesk.Busy> known = Optional.empty();

    NodeCard(NodeDesk desk, NodesView.Span span, Command changed) {
        this.desk = desk;
        this.changed = changed;
        addClassNames("winslow-panel", "winslow-node");
        head.addClassName("winslow-head");
        work.addClassName("winslow-list");
        facts.addClassNames("winslow-secondary", "winslow-node-facts");
        curves.show(span);
        add(head, curves, work, facts);
    }

    void show(NodesView.Span span) {
        curves.show(span);
    }

    void show(NodeDesk.Busy busy) {
        NodeView node = busy.node();
        boolean same = known.map(NodeDesk.Busy::node)
                .filter(before -> sameButSeen(before, node))
                .isPresent();
        known = Optional.of(busy);
        showWork(busy);
        showFacts(node);
        if (!same) {
            curves.of(node);
            head.removeAll();
            Div space = new Div();
            space.addClassName("winslow-space");
            head.add(new H2(node.name()), new StateBadge(node.state()), space);
            if (Person.may(Permission.OPERATE_NODES)) {
                actions(node);
            }
        }
    }

    private static boolean sameButSeen(NodeView one, NodeView other) {
        return one.state() == other.state()
                && one.limits().equals(other.limits())
                && one.capabilities().equals(other.capabilities());
    }

    private void actions(NodeView node) {
        if (node.state() == NodeState.OFFLINE) {
            head.add(action(t("Remove"), t("Remove {0}", node.name()), () -> {
                desk.remove(node.id());
                Notices.done(t("{0} is removed; it comes back when its worker joins again.", node.name()));
            }));
        } else if (node.state() == NodeState.DRAINING) {
            head.add(action(t("Take stages again"), t("{0} takes stages again", node.name()), () -> {
                desk.drain(node.id(), false);
                Notices.done(t("{0} takes stages again.", node.name()));
            }));
        } else {
            head.add(action(t("Drain"), t("Drain {0}", node.name()), () -> {
                desk.drain(node.id(), true);
                Notices.done(t("{0} finishes what it runs and is given nothing new.", node.name()));
            }));
        }
        head.add(button(
                t("Limits …"),
                t("Limits of {0}", node.name()),
                () -> new LimitsDialog(node, chosen -> {
                            desk.limit(node.id(), chosen);
                            changed.execute();
                        })
                        .open()));
    }

    private Button action(String words, String label, Command work) {
        return button(words, label, () -> {
            if (Notices.attempt(work)) {
                changed.execute();
            }
        });
    }

    private static Button button(String words, String label, Command click) {
        Button button = new Button(words, clicked -> click.execute());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(label);
        return button;
    }

    private void showWork(NodeDesk.Busy busy) {
        jobs.show(busy.work().stream().map(Job::of).toList());
        work.setVisible(!busy.work().isEmpty());
        Instant now = Instant.now();
        busy.work().forEach(each -> jobs.of(Job.of(each)).show(each.attempt(), now));
    }

    private void showFacts(NodeView node) {
        Capabilities all = node.capabilities();
        Capabilities left = node.limits().within(all);
        List<String> words = new ArrayList<>();
        words.add(
                left.cores() == all.cores()
                        ? count(all.cores(), "one core", "{0} cores")
                        : t("{0} of {1} cores", left.cores(), all.cores()));
        words.add(
                left.memoryBytes() == all.memoryBytes()
                        ? t("{0} memory", Words.size(all.memoryBytes()))
                        : t("{0} of {1} memory", Words.size(left.memoryBytes()), Words.size(all.memoryBytes())));
        all.gpus().forEach(gpu -> words.add(gpu(gpu) + (left.gpus().contains(gpu) ? "" : " " + t("(not for stages)"))));
        words.addAll(new TreeSet<>(all.tags()));
        words.add(t("worker {0}", node.agentVersion()));
        if (node.state() == NodeState.OFFLINE) {
            words.add(t("last heard of {0}", Words.time(node.lastSeen())));
        }
        facts.setText(String.join(" · ", words));
    }

    private static String gpu(Gpu gpu) {
        String words = t("GPU {0} {1}, {2}", gpu.index(), gpu.name(), Words.size(gpu.memoryBytes()));
        return gpu.driver().isBlank() ? words : words + ", " + t("driver {0}", gpu.driver());
    }

    /** What does not change while it runs. */
    private record Job(UUID attempt, String stageName, UUID project, Optional<String> projectName) {
        static Job of(NodeDesk.Work work) {
            return new Job(work.attempt().id(), work.attempt().stageName(), work.projectId(), work.projectName());
        }

        Component whose() {
            return projectName
                    .<Component>map(name -> Navigation.toProject(project, name))
                    .orElseGet(() -> new Span(t("another project")));
        }
    }

    private static final class JobRow extends ListItem {
        private final Span standing = new Span();

        JobRow(Job job) {
            add(new Span(job.whose(), new Span(" · " + job.stageName())), standing);
        }

        void show(AttemptView attempt, Instant now) {
            standing.setText(attempt.startedAt()
                    .map(started -> Words.duration(Duration.between(started, now)))
                    .orElseGet(() -> Words.state(attempt.state())));
        }
    }
}
