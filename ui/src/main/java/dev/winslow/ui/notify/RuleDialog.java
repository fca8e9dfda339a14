package dev.winslow.ui.notify;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.winslow.api.history.EventKind;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.Receiver;
import dev.winslow.api.notify.RuleView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.notify.Owner;
import dev.winslow.engine.notify.RuleService;
import dev.winslow.ui.language.ComponentTexts;
import dev.winslow.ui.shell.FieldCheck;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes a rule, or changes one. */
final class RuleDialog extends Dialog {
    private final transient RuleDesk desk;
    private final transient Owner owner;
    private final transient Optional<RuleView> before;
    private final transient Consumer<CreatedRule> saved;
    private final Select<Way> way = new Select<>();
    private final TextField address = new TextField();
    private final MultiSelectComboBox<EventKind> kinds = ComponentTexts.of(new MultiSelectComboBox<>(t("Is told of")));
    private final ComboBox<ProjectView> project = new ComboBox<>(t("Only in the project"));

    /** How somebody is told. */
    private enum Way {
        WEBHOOK,
        EMAIL
    }

    RuleDialog(RuleDesk desk, Owner owner, Optional<RuleView> before, Consumer<CreatedRule> saved) {
        this.desk = desk;
        this.owner = owner;
        this.before = before;
        this.saved = saved;
        setHeaderTitle(before.isPresent() ? t("Change the rule") : t("New rule"));
        setWidth("min(560px, 94vw)");
        offerWays();
        address.setRequiredIndicatorVisible(true);
        address.setAutofocus(true);
        kinds.setItems(EventWords.all());
        kinds.setItemLabelGenerator(EventWords::of);
        kinds.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        kinds.setRequiredIndicatorVisible(true);
        kinds.setValue(before.map(RuleView::kinds).orElse(RuleService.USUAL).stream()
                .filter(EventWords.all()::contains)
                .toList());
        project.setItemLabelGenerator(ProjectView::name);
        project.setPlaceholder(t("All that you see"));
        project.setClearButtonVisible(true);
        Div form = new Div(way, address, kinds);
        form.addClassName("winslow-form");
        if (owner instanceof Owner.OfPerson) {
            project.setItems(desk.projects());
            form.add(project);
        }
        before.ifPresent(this::fill);
        add(form);
        Button save = new Button(t("Save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), save);
    }

    /** Mail only where the server can send some. */
    private void offerWays() {
        way.setLabel(t("How"));
        way.setItems(desk.sendsMail() || isMail() ? List.of(Way.values()) : List.of(Way.WEBHOOK));
        way.setItemLabelGenerator(each -> each == Way.WEBHOOK ? t("Webhook") : t("E-mail"));
        way.addValueChangeListener(change -> {
            boolean mail = change.getValue() == Way.EMAIL;
            address.setLabel(mail ? t("Mail address") : t("Address of the webhook"));
            address.setPlaceholder(mail ? "ann@example.org" : "https://example.org/hook");
            address.setInvalid(false);
        });
        way.setValue(isMail() ? Way.EMAIL : Way.WEBHOOK);
        way.setReadOnly(before.isPresent());
    }

    private boolean isMail() {
        return before.filter(rule -> rule.receiver() instanceof Receiver.Email).isPresent();
    }

    private void fill(RuleView rule) {
        address.setValue(RulesPanel.address(rule));
        if (owner instanceof Owner.OfPerson) {
            rule.projectId()
                    .flatMap(id -> desk.projects().stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst())
                    .ifPresent(project::setValue);
        }
    }

    private void save() {
        boolean told = FieldCheck.holds(kinds, !kinds.isEmpty(), t("Choose at least one thing to tell."));
        Optional<Receiver> receiver = receiver();
        if (told && receiver.isPresent() && FieldCheck.passes(address, () -> save(receiver.get()))) {
            close();
        }
    }

    private void save(Receiver receiver) {
        CreateRule request = new CreateRule(
                kinds.getValue().stream().sorted().toList(),
                receiver,
                project.getOptionalValue().map(ProjectView::id).or(this::unseen));
        saved.accept(before.map(rule -> new CreatedRule(desk.change(owner, rule.id(), request), Optional.empty()))
                .orElseGet(() -> desk.create(owner, request)));
    }

    /** A project that the person has lost sight of is none that they have taken out of the rule. */
    private Optional<UUID> unseen() {
        return before.flatMap(RuleView::projectId)
                .filter(id ->
                        desk.projects().stream().noneMatch(each -> each.id().equals(id)));
    }

    private Optional<Receiver> receiver() {
        String typed = address.getValue().strip();
        if (way.getValue() == Way.EMAIL) {
            return FieldCheck.holds(address, !typed.isEmpty(), t("Give a mail address, such as ann@example.org."))
                    ? Optional.of(new Receiver.Email(typed))
                    : Optional.empty();
        }
        Optional<URI> parsed = uri(typed);
        return FieldCheck.holds(
                        address,
                        parsed.isPresent(),
                        t("Give an address that begins with https:// or http://, such as https://example.org/hook."))
                ? parsed.map(Receiver.Webhook::new)
                : Optional.empty();
    }

    private static Optional<URI> uri(String typed) {
        try {
            return Optional.of(new URI(typed))
                    .filter(URI::isAbsolute)
                    .filter(uri ->
                            List.of("http", "https").contains(uri.getScheme().toLowerCase(java.util.Locale.ROOT)))
                    .filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
