package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.later;
import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.Command;
import dev.winslow.api.project.ProjectState;
import dev.winslow.api.project.ProjectView;
import dev.winslow.ui.language.ComponentTexts;
import dev.winslow.ui.language.Texts;
import dev.winslow.ui.shell.Navigation;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which projects the list shows. It stands in the address, so that it can be kept as a bookmark and sent to others. */
final class ListFilter extends Div {
    private final TextField words = new TextField();
    private final MultiSelectComboBox<String> tags = ComponentTexts.of(new MultiSelectComboBox<>());
    private final Select<String> pipeline = new Select<>();
    private final Div states = new Div();
    private final Map<Group, Figure> figures = new EnumMap<>(Group.class);
    private final transient Command changed;
    private transient Optional<Group> group = Optional.empty();
    private boolean taking;

    ListFilter(Command changed) {
        this.changed = changed;
        addClassName("winslow-actions");
        words.setPlaceholder(t("Filter projects"));
        words.setAriaLabel(t("Filter projects"));
        words.setPrefixComponent(VaadinIcon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> change());
        tags.setPlaceholder(t("All tags"));
        tags.setAriaLabel(t("Tags that a project must have"));
        tags.setClearButtonVisible(true);
        tags.addValueChangeListener(change -> change());
        pipeline.setPlaceholder(t("All pipelines"));
        pipeline.setAriaLabel(t("Pipeline"));
        pipeline.setEmptySelectionAllowed(true);
        pipeline.setEmptySelectionCaption(t("All pipelines"));
        pipeline.addValueChangeListener(change -> change());
        add(words, tags, pipeline);
        states.addClassName("winslow-figures");
        states.getElement().setAttribute("role", "group").setAttribute("aria-label", t("Projects by state"));
        for (Group each : Group.values()) {
            Figure figure = new Figure(each);
            figures.put(each, figure);
            states.add(figure);
        }
    }

    /** How many there are of each state; a click shows these only. */
    Div states() {
        return states;
    }

    void take(QueryParameters asked) {
        taking = true;
        asked.getSingleParameter(Navigation.FIND).ifPresent(words::setValue);
        asked.getSingleParameter("pipeline").ifPresent(key -> {
            pipeline.setItems(offered(Stream.of(key), pipeline.getListDataView().getItems()));
            pipeline.setValue(key);
        });
        Set<String> wanted = Set.copyOf(asked.getParameters().getOrDefault("tag", List.of()));
        tags.setItems(offered(wanted.stream(), tags.getListDataView().getItems()));
        tags.setValue(wanted);
        group = asked.getSingleParameter("state").flatMap(Group::named);
        taking = false;
    }

    /** What there is to choose from, and how many stand how. */
    void show(List<ProjectView> all) {
        taking = true;
        offer(all);
        taking = false;
        figures.forEach((each, figure) -> figure.show(
                all.stream().filter(project -> each.has(project.state())).count(), group.equals(Optional.of(each))));
    }

    private void offer(List<ProjectView> all) {
        Set<String> chosen = tags.getValue();
        Set<String> known = offered(all.stream().flatMap(project -> project.tags().stream()), chosen.stream());
        if (!known.equals(tags.getListDataView().getItems().collect(Collectors.toSet()))) {
            tags.setItems(known);
            tags.setValue(chosen);
        }
        Optional<String> key = pipeline.getOptionalValue();
        Set<String> keys = offered(all.stream().map(ProjectView::pipelineKey), key.stream());
        if (!keys.equals(pipeline.getListDataView().getItems().collect(Collectors.toSet()))) {
            pipeline.setItems(keys);
            key.ifPresent(pipeline::setValue);
        }
    }

    private static Set<String> offered(Stream<String> some, Stream<String> others) {
        return Stream.concat(some, others).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean suits(ProjectView project) {
        String all = (project.name() + " " + String.join(" ", project.tags())).toLowerCase(Locale.ROOT);
        return all.contains(words.getValue().strip().toLowerCase(Locale.ROOT))
                && new HashSet<>(project.tags()).containsAll(tags.getValue())
                && pipeline.getOptionalValue()
                        .filter(key -> !key.equals(project.pipelineKey()))
                        .isEmpty()
                && group.filter(wanted -> !wanted.has(project.state())).isEmpty();
    }

    private void choose(Group clicked) {
        group = group.equals(Optional.of(clicked)) ? Optional.empty() : Optional.of(clicked);
        change();
    }

    private void change() {
        if (!taking) {
            changed.execute();
        }
    }

    /** As the address says it. */
    Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new TreeMap<>();
        if (!words.isEmpty()) {
            asked.put(Navigation.FIND, List.of(words.getValue()));
        }
        if (!tags.isEmpty()) {
            asked.put("tag", List.copyOf(new TreeSet<>(tags.getValue())));
        }
        pipeline.getOptionalValue().ifPresent(key -> asked.put("pipeline", List.of(key)));
        group.ifPresent(wanted -> asked.put("state", List.of(wanted.name().toLowerCase(Locale.ROOT))));
        return asked;
    }

    /** States that are one thing to people. */
    private enum Group {
        RUNNING(later("running")),
        WAITING(later("waiting for you")),
        PAUSED(later("paused")),
        FAILED(later("failed")),
        DONE(later("done"));

        private final String words;

        Group(String words) {
            this.words = words;
        }

        boolean has(ProjectState state) {
            return switch (this) {
                case RUNNING -> state == ProjectState.RUNNING || state == ProjectState.QUEUED;
                case WAITING -> state == ProjectState.WAITING;
                case PAUSED -> state == ProjectState.PAUSED;
                case FAILED -> state == ProjectState.FAILED;
                case DONE -> state == ProjectState.SUCCEEDED;
            };
        }

        static Optional<Group> named(String name) {
            return Stream.of(values())
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    private final class Figure extends NativeButton {
        private final Span number = new Span();

        Figure(Group group) {
            addClassName("winslow-panel");
            number.addClassName("winslow-number");
            add(number, new Span(t(group.words)));
            addClickListener(click -> choose(group));
        }

        void show(long count, boolean chosen) {
            number.setText(Texts.number(count));
            getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        }
    }
}
