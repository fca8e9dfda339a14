package dev.winslow.ui.node;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.winslow.api.node.NodeLimits;
import dev.winslow.api.node.NodeView;
import dev.winslow.ui.shell.Notices;
import java.util.Optional;
import java.util.function.Consumer;

/** What stages may use of a node together. */
final class LimitsDialog extends Dialog {
    private static final double GIGA = 1e9;

    private final IntegerField cores = new IntegerField(t("Cores"));
    private final NumberField memory = new NumberField(t("Memory in GB"));
    private final IntegerField gpus = new IntegerField(t("GPUs"));

    LimitsDialog(NodeView node, Consumer<NodeLimits> chosen) {
        setHeaderTitle(t("What stages may use of {0}", node.name()));
        cores.setPlaceholder(t("All {0}", node.capabilities().cores()));
        cores.setMin(0);
        cores.setMax(node.capabilities().cores());
        cores.setStepButtonsVisible(true);
        node.limits().cores().ifPresent(cores::setValue);
        double all = node.capabilities().memoryBytes() / GIGA;
        memory.setPlaceholder(t("All {0}", Math.round(all * 10) / 10.0));
        memory.setMin(0);
        memory.setMax(all);
        node.limits().memoryBytes().ifPresent(bytes -> memory.setValue(bytes / GIGA));
        int present = node.capabilities().gpus().size();
        gpus.setPlaceholder(t("All {0}", present));
        gpus.setHelperText(t("Those with the lowest numbers"));
        gpus.setMin(0);
        gpus.setMax(present);
        gpus.setStepButtonsVisible(true);
        gpus.setVisible(present > 0);
        node.limits().gpus().ifPresent(gpus::setValue);
        Div form = new Div(
                new Paragraph(t("An empty field is no limit. What runs there already goes on.")), cores, memory, gpus);
        form.addClassName("winslow-form");
        add(form);
        Button save = new Button(t("Save"), click -> save(chosen));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), save);
    }

    private void save(Consumer<NodeLimits> chosen) {
        if (cores.isInvalid() || memory.isInvalid() || gpus.isInvalid()) {
            return;
        }
        NodeLimits limits = new NodeLimits(
                Optional.ofNullable(cores.getValue()),
                Optional.ofNullable(memory.getValue()).map(value -> Math.round(value * GIGA)),
                Optional.ofNullable(gpus.getValue()));
        if (Notices.attempt(() -> chosen.accept(limits))) {
            close();
        }
    }
}
