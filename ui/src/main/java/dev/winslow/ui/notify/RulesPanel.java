package dev.winslow.ui.notify;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.notify.RuleView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.notify.Owner;
import dev.winslow.ui.shell.Confirmation;
import dev.winslow.ui.shell.Kept;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Rows;
import dev.winslow.ui.shell.SecretDialog;
import dev.winslow.ui.shell.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is told what: the rules of a person, or of a project. */
public final class RulesPanel extends Div {
    /** What another server has delivered, nobody tells here. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(15);

    private final transient RuleDesk desk;
    private final Rows rows = new Rows(t("Notification rules"));
    private final Div empty = new Div();
    private transient Optional<Owner> owner = Optional.empty();
    private final transient Kept<Shown, ListItem> kept = new Kept<>(rows, this::row);

    private record Shown(Owner whose, RuleView rule) {}

    private RulesPanel(RuleDesk desk, String words) {
        this.desk = desk;
        addClassName("winslow-area");
        Paragraph about = new Paragraph(words);
        about.addClassName("winslow-secondary");
        Button create = new Button(t("New rule"), VaadinIcon.PLUS.create(), click -> edit(Optional.empty()));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div space = new Div();
        space.addClassName("winslow-space");
        Div bar = new Div(about, space, create);
        bar.addClassName("winslow-head");
        rows.addClassName("winslow-tall");
        empty.add(Pages.empty(
                t("Nobody is told yet"), t("Make a rule, and a webhook or a mail box is told of what happens.")));
        Div panel = Pages.panel(rows, empty);
        panel.addClassName("winslow-flush");
        add(bar, panel);
    }

    public static RulesPanel ofPerson(RuleDesk desk, String name) {
        RulesPanel panel = new RulesPanel(
                desk, t("Programs and mail boxes of yours, told of what happens in projects that you see."));
        Owner person = new Owner.OfPerson(name);
        desk.live().keep(panel, person.notedAs()::equals, panel::refresh);
        desk.live().every(ELSEWHERE, panel, panel::refresh);
        panel.show(person);
        return panel;
    }

    /** Shown again by its page whenever its project changes. */
    public static RulesPanel ofProject(RuleDesk desk) {
        return new RulesPanel(desk, t("Programs and mail boxes that are told of what happens in this project."));
    }

    public void show(UUID project) {
        show(new Owner.OfProject(project));
    }

    /** Nobody who looks at the page may see them. */
    public void hide() {
        owner = Optional.empty();
    }

    private void show(Owner whose) {
        owner = Optional.of(whose);
        refresh();
    }

    /** Draws anew only what differs, so that whoever walks the list by keyboard stays where they are. */
    private void refresh() {
        owner.ifPresent(whose -> {
            List<RuleView> now = desk.list(whose);
            kept.show(now.stream().map(rule -> new Shown(whose, rule)).toList());
            empty.setVisible(now.isEmpty());
        });
    }

    private ListItem row(Shown shown) {
        Owner whose = shown.whose();
        RuleView rule = shown.rule();
        List<String> about = new ArrayList<>();
        about.add(EventWords.of(rule.kinds()));
        if (whose instanceof Owner.OfPerson) {
            rule.projectId().ifPresent(project -> about.add(t("only in {0}", name(project))));
        }
        about.addAll(Standing.details(rule));
        List<Component> rest = new ArrayList<>(List.of(Standing.of(rule).badge()));
        rest.add(button(t("Edit"), rule, () -> edit(Optional.of(rule))));
        rest.add(
                rule.enabled()
                        ? button(t("Pause"), rule, () -> act(() -> desk.disable(whose, rule.id())))
                        : button(t("Resume"), rule, () -> act(() -> desk.enable(whose, rule.id()))));
        if (rule.receiver() instanceof Receiver.Webhook) {
            rest.add(button(t("New secret"), rule, () -> replaceSecret(whose, rule)));
        }
        Button remove = button(t("Remove"), rule, () -> remove(whose, rule));
        remove.addThemeVariants(ButtonVariant.ERROR);
        rest.add(remove);
        return Rows.row(sign(rule.receiver()).create(), address(rule), about, rest.toArray(Component[]::new));
    }

    private static VaadinIcon sign(Receiver receiver) {
        return switch (receiver) {
            case Receiver.Webhook webhook -> VaadinIcon.CONNECT_O;
            case Receiver.Email email -> VaadinIcon.ENVELOPE_O;
        };
    }

    static String address(RuleView rule) {
        return switch (rule.receiver()) {
            case Receiver.Webhook webhook -> webhook.address().toString();
            case Receiver.Email email -> email.address();
        };
    }

    private String name(UUID project) {
        return desk.projects().stream()
                .filter(each -> each.id().equals(project))
                .map(ProjectView::name)
                .findFirst()
                .orElseGet(() -> t("a project that you do not see"));
    }

    private static Button button(String words, RuleView rule, Runnable act) {
        Button button = new Button(words, click -> act.run());
        button.setAriaLabel(t("{0}: {1}", words, address(rule)));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void edit(Optional<RuleView> rule) {
        owner.ifPresent(whose -> new RuleDialog(desk, whose, rule, this::made).open());
    }

    private void made(CreatedRule rule) {
        refresh();
        rule.secret().ifPresent(secret -> tell(rule.rule(), secret));
    }

    private static void tell(RuleView rule, String secret) {
        new SecretDialog(
                        t("The secret of {0}", address(rule)),
                        t("Secret"),
                        t(
                                "By it the webhook knows that a message is from here: its signature is made as Standard Webhooks says."),
                        secret)
                .open();
    }

    private void replaceSecret(Owner whose, RuleView rule) {
        Confirmation.ofLoss(
                        t("A new secret for {0}?", address(rule)),
                        t(
                                "Messages are signed with the new one from now on; the webhook has to be told it. The old one cannot be had again."),
                        t("Replace"),
                        () -> Notices.ask(() -> desk.replaceSecret(whose, rule.id()))
                                .ifPresent(this::made))
                .open();
    }

    private void remove(Owner whose, RuleView rule) {
        if (Notices.attempt(() -> desk.remove(whose, rule.id()))) {
            refresh();
            Undo.offer(t("{0} is told nothing more.", address(rule)), () -> act(() -> desk.restore(whose, rule.id())));
        }
    }

    private void act(Runnable change) {
        Notices.attempt(change::run);
        refresh();
    }
}
