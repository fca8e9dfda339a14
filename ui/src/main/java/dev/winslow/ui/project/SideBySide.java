package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.stage.AttemptView;
import dev.winslow.ui.artifact.OutputLabels;
import dev.winslow.ui.artifact.Results;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** What two attempts have left, one beside the other, below what was different for them. */
final class SideBySide extends Div {
    private final transient Function<AttemptView, List<FileView>> left;
    private final transient Supplier<OutputLabels> labels;
    private final Column one;
    private final Column other;
    private final Div differences = new Div();

    /**
     * @param left what an attempt has left
     * @param labels what the pipeline calls it
     */
    SideBySide(Function<AttemptView, List<FileView>> left, Supplier<OutputLabels> labels) {
        this.left = left;
        this.labels = labels;
        one = new Column(t("Attempt on the left"));
        other = new Column(t("Attempt on the right"));
        Div columns = new Div(one, other);
        columns.addClassName("winslow-beside");
        addClassName("winslow-results");
        add(differences, columns);
    }

    /**
     * What was chosen stays, and so does what is drawn of it: a film goes on playing.
     *
     * @param ended newest first
     */
    void offer(List<AttemptView> ended) {
        one.offer(ended);
        other.offer(ended);
        if (one.chosen().isEmpty() && other.chosen().isEmpty()) {
            chooseTwoOfOneStage(ended);
        }
        compare();
    }

    private void chooseTwoOfOneStage(List<AttemptView> ended) {
        for (AttemptView attempt : ended) {
            Optional<AttemptView> before = ended.stream()
                    .filter(each -> each.stageId().equals(attempt.stageId())
                            && !each.id().equals(attempt.id()))
                    .findFirst();
            if (before.isPresent()) {
                one.choose(before.get());
                other.choose(attempt);
                return;
            }
        }
    }

    private void compare() {
        differences.removeAll();
        differences.add(one.chosen()
                .flatMap(first -> other.chosen().map(second -> AttemptDifferences.of(first, second)))
                .map(SideBySide::told)
                .orElseGet(() -> new Paragraph(t("Choose two attempts."))));
    }

    private static Component told(List<AttemptDifferences.Row> rows) {
        return rows.isEmpty()
                ? new Paragraph(t("Both had the same image, arguments and variables, and took as long."))
                : table(rows);
    }

    private static NativeTable table(List<AttemptDifferences.Row> rows) {
        NativeTable table = new NativeTable();
        table.addClassName("winslow-differences");
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText(t("Different"));
        head.addHeaderCell().setText(t("On the left"));
        head.addHeaderCell().setText(t("On the right"));
        rows.forEach(row -> {
            NativeTableRow line = table.getBody().addRow();
            NativeTableHeaderCell what = line.addHeaderCell();
            what.setText(row.what());
            what.getElement().setAttribute("scope", "row");
            line.addDataCell().setText(row.left());
            line.addDataCell().setText(row.right());
        });
        return table;
    }

    private static String words(AttemptView attempt) {
        String words = t(
                "{0}, attempt {1}, {2}", attempt.stageName(), attempt.number(), Words.stateInSentence(attempt.state()));
        return attempt.startedAt()
                .map(start -> words + " · " + Words.time(start))
                .orElse(words);
    }

    private final class Column extends Div {
        private final ComboBox<AttemptView> choice = new ComboBox<>();
        private final Results results = new Results();
        private final Paragraph none = new Paragraph(t("This attempt left no results."));

        Column(String label) {
            choice.setLabel(label);
            choice.setItemLabelGenerator(SideBySide::words);
            choice.setWidthFull();
            choice.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    draw();
                    compare();
                }
            });
            addClassName("winslow-results");
            add(choice, none, results);
            draw();
        }

        Optional<AttemptView> chosen() {
            return choice.getOptionalValue();
        }

        void choose(AttemptView attempt) {
            choice.setValue(attempt);
            draw();
        }

        void offer(List<AttemptView> ended) {
            Optional<UUID> before = chosen().map(AttemptView::id);
            choice.setItems(ended);
            ended.stream()
                    .filter(each -> before.equals(Optional.of(each.id())))
                    .findFirst()
                    .ifPresent(choice::setValue);
            draw();
        }

        private void draw() {
            List<FileView> files = chosen().map(left).orElse(List.of());
            results.show(files, labels.get());
            results.setVisible(!files.isEmpty());
            none.setVisible(files.isEmpty() && chosen().isPresent());
        }
    }
}
