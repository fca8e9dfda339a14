package dev.winslow.ui.node;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
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
    private final Paragraph nothing = new Paragraph(t("No stage waits for a node."));
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
        title.setText(queue.length() == 0 ? t("Waiting for a node") : t("Waiting for a node ({0})", queue.length()));
        nothing.setVisible(queue.length() == 0);
        list.removeAll();
        Instant now = Instant.now();
        queue.first().forEach(stage -> list.add(item(stage, now)));
        int hidden = queue.length() - queue.first().size();
        more.setVisible(hidden > 0);
        more.setText(t("and {0} more behind them", hidden));
    }

    private static ListItem item(WaitingStage stage, Instant now) {
        Span reason = new Span(stage.reason());
        reason.addClassName("winslow-secondary");
        Div words = new Div(new Div(whose(stage), new Span(" · " + stage.stageName())), reason);
        return new ListItem(words, new Span(Words.duration(Duration.between(stage.since(), now))));
    }

    /** One that the person may not see has no stage's name either. */
    private static Component whose(WaitingStage stage) {
        return stage.stageId().isEmpty()
                ? new Span(t("another project"))
                : Navigation.toProject(stage.projectId(), stage.projectName());
    }
}
