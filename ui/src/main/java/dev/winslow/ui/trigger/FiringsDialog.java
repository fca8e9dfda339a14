package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.winslow.api.trigger.FiringView;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.ui.shell.Navigation;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Words;
import java.util.List;

/** What came of a trigger each time, newest first. */
final class FiringsDialog extends Dialog {
    FiringsDialog(TriggerView trigger, List<FiringView> firings) {
        setHeaderTitle(t("What came of {0}", trigger.name()));
        setWidth("min(720px, 94vw)");
        UnorderedList list = new UnorderedList();
        list.addClassName("winslow-list");
        firings.forEach(firing -> list.add(item(firing)));
        add(list);
        if (firings.isEmpty()) {
            add(Pages.empty(t("It has not fired yet"), t("What comes of it each time stands here then.")));
        }
        getFooter().add(new Button(t("Close"), click -> close()));
    }

    private static ListItem item(FiringView firing) {
        Span when = new Span(Words.time(firing.dueAt()) + " ");
        when.addClassName("winslow-secondary");
        ListItem item = new ListItem(when, new Span(firing.sentence() + " "));
        firing.projectId().ifPresent(project -> item.add(Navigation.toProject(project, t("Open the project"))));
        return item;
    }
}
