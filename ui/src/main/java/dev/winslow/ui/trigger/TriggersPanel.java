package dev.winslow.ui.trigger;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.access.Right;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.trigger.CreatedTrigger;
import dev.winslow.api.trigger.FiringOutcome;
import dev.winslow.api.trigger.TriggerSource;
import dev.winslow.api.trigger.TriggerView;
import dev.winslow.ui.shell.Kept;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Rows;
import dev.winslow.ui.shell.SecretDialog;
import dev.winslow.ui.shell.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What starts runs of a project without a person, or makes projects of films that arrive in the pool. Its page shows it again whenever something changes. */
public final class TriggersPanel extends Div {
    private final transient TriggerDesk desk;
    private final Rows rows = new Rows(t("Triggers"));
    private final Button create = new Button(t("New trigger"), VaadinIcon.PLUS.create(), click -> create());
    private final Div empty;
    /** Without one they are those of folders. */
    private transient Optional<UUID> project = Optional.empty();

    private final transient Kept<Shown, ListItem> kept = new Kept<>(rows, this::row);
    private boolean mayChange;

    private record Shown(TriggerView trigger, boolean mayChange) {}

    private TriggersPanel(TriggerDesk desk, String words, Div empty) {
        this.desk = desk;
        this.empty = empty;
        addClassName("winslow-area");
        Paragraph about = new Paragraph(words);
        about.addClassName("winslow-secondary");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div space = new Div();
        space.addClassName("winslow-space");
        Div bar = new Div(about, space, create);
        bar.addClassName("winslow-head");
        rows.addClassName("winslow-tall");
        Div panel = Pages.panel(rows, empty);
        panel.addClassName("winslow-flush");
        add(bar, panel);
    }

    public static TriggersPanel ofProject(TriggerDesk desk) {
        return new TriggersPanel(
                desk,
                t("Runs that start without a person: at times, or when a program asks for one."),
                Pages.empty(
                        t("No triggers"),
                        t("Make one that starts a run every night, or for a program that starts them by a call.")));
    }

    public static TriggersPanel ofFolders(TriggerDesk desk) {
        return new TriggersPanel(
                desk,
                t("Each film that arrives in a watched folder becomes a project, which starts by itself."),
                Pages.empty(
                        t("No folder is watched"), t("Make a trigger for the folder that your films are sent to.")));
    }

    public void show(ProjectView view) {
        project = Optional.of(view.id());
        show(desk.of(view.id()), view.may().includes(Right.CHANGE));
    }

    /** Those of the pool, which is everybody's. */
    public void show() {
        show(desk.ofFolders(), true);
    }

    private void again() {
        show(project.map(desk::of).orElseGet(desk::ofFolders), mayChange);
    }

    /** Draws anew only what differs, so that whoever walks the list by keyboard stays where they are. */
    private void show(List<TriggerView> triggers, boolean change) {
        mayChange = change;
        create.setVisible(change);
        empty.setVisible(triggers.isEmpty());
        kept.show(triggers.stream().map(trigger -> new Shown(trigger, change)).toList());
    }

    private ListItem row(Shown shown) {
        TriggerView trigger = shown.trigger();
        List<Component> rest = new ArrayList<>(List.of(badge(trigger)));
        rest.add(button(
                t("What came of it"), trigger, () -> new FiringsDialog(trigger, desk.firings(trigger.id())).open()));
        if (shown.mayChange() && desk.mayChange(trigger)) {
            rest.add(button(
                    t("Edit"),
                    trigger,
                    () -> TriggerDialog.change(desk, trigger, made -> again()).open()));
        }
        if (shown.mayChange()) {
            rest.add(
                    trigger.enabled()
                            ? button(t("Pause"), trigger, () -> act(() -> desk.disable(trigger.id())))
                            : button(t("Resume"), trigger, () -> act(() -> desk.enable(trigger.id()))));
            Button remove = button(t("Remove"), trigger, () -> remove(trigger));
            remove.addThemeVariants(ButtonVariant.ERROR);
            rest.add(remove);
        }
        return Rows.row(
                sign(trigger.source()).create(),
                trigger.name(),
                TriggerWords.about(trigger),
                rest.toArray(Component[]::new));
    }

    private static VaadinIcon sign(TriggerSource source) {
        return switch (source) {
            case TriggerSource.Call call -> VaadinIcon.CONNECT_O;
            case TriggerSource.Once once -> VaadinIcon.CLOCK;
            case TriggerSource.Cron cron -> VaadinIcon.TIMER;
            case TriggerSource.Folder folder -> VaadinIcon.FOLDER_O;
        };
    }

    private static Span badge(TriggerView trigger) {
        boolean refused = trigger.latest()
                .filter(latest -> latest.outcome() == FiringOutcome.REFUSED)
                .isPresent();
        Span badge = new Span(!trigger.enabled() ? t("Paused") : refused ? t("Started nothing") : t("Active"));
        badge.addClassNames(
                "winslow-state", "winslow-state-" + (!trigger.enabled() ? "paused" : refused ? "failed" : "succeeded"));
        return badge;
    }

    private static Button button(String words, TriggerView trigger, Runnable act) {
        Button button = new Button(words, click -> act.run());
        button.setAriaLabel(t("{0}: {1}", words, trigger.name()));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void create() {
        project.map(id -> TriggerDialog.ofProject(desk, id, this::made))
                .orElseGet(() -> TriggerDialog.ofFolder(desk, this::made))
                .open();
    }

    private void made(CreatedTrigger trigger) {
        again();
        trigger.token().ifPresent(token -> tell(trigger.trigger(), token));
    }

    private void tell(TriggerView trigger, String token) {
        new SecretDialog(
                        t("The token of {0}", trigger.name()),
                        t("Token"),
                        t(
                                "It is good for POST {0} and for nothing else. Programs send it in the header Authorization: Bearer.",
                                project.map(CallForm::address).orElse("")),
                        token)
                .open();
    }

    private void remove(TriggerView trigger) {
        if (Notices.attempt(() -> desk.remove(trigger.id()))) {
            again();
            Undo.offer(t("{0} starts nothing more.", trigger.name()), () -> act(() -> desk.restore(trigger.id())));
        }
    }

    private void act(Runnable change) {
        Notices.attempt(change::run);
        again();
    }
}
