package dev.winslow.ui.node;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.winslow.api.stage.WaitingStage;
import dev.winslow.engine.stage.WaitingStages;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Words;
import java.time.Duration;
import java.time.Instant;

/** What waits for a node, and why. */
final class QueuePanel extends Div {
    private final H2 title = new H2();
    private final Paragraph nothing = new Paragraph("No stage waits for a node.");
    private final UnorderedList list = new UnorderedList();
    private final Paragraph more = new Paragraph();

    QueuePanel() {
        addClassNames("winslow-panel", "winslow-queue");
        nothing.addClassName("winslow-secondary");
        more.addClassName("winslow-secondary");
        list.addClassName("winslow-list");
        add(title, nothing, list, more);
    }

    void show(WaitingStages.Queue queue) {
        title.setText(queue.length() == 0 ? "Waiting for a node" : "Waiting for a node (" + queue.length() + ")");
        nothing.setVisible(queue.length() == 0);
        list.removeAll();
        Instant now = Instant.now();
        queue.first().forEach(stage -> list.add(item(stage, now)));
        int hidden = queue.length() - queue.first().size();
        more.setVisible(hidden > 0);
        more.setText("and " + hidden + " more behind them");
    }

    private static ListItem item(WaitingStage stage, Instant now) {
        Span reason = new Span(stage.reason());
        reason.addClassName("winslow-secondary");
        Div words = new Div(
                new Div(
                        Navigation.toProject(stage.projectId(), stage.projectName()),
                        new Span(" · " + stage.stageName())),
                reason);
        return new ListItem(words, new Span(Words.duration(Duration.between(stage.since(), now))));
    }
}
