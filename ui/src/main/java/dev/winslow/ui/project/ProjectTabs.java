package dev.winslow.ui.project;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import dev.winslow.api.project.ProjectView;
import dev.winslow.engine.run.RunWithAttempts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What there is to read about a project. Only the tab that is looked at asks the server. */
final class ProjectTabs extends TabSheet {
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final transient Map<Tab, BiConsumer<ProjectView, Optional<RunWithAttempts>>> contents =
            new LinkedHashMap<>();
    private transient Optional<ProjectView> project = Optional.empty();
    private transient Optional<RunWithAttempts> run = Optional.empty();

    ProjectTabs() {
        setWidthFull();
        addClassName("winslow-tabs");
        addSelectedChangeListener(change -> showSelected());
    }

    /** @param key names the tab in addresses */
    void add(String key, String title, Component content, BiConsumer<ProjectView, Optional<RunWithAttempts>> show) {
        Tab tab = new Tab(title);
        contents.put(tab, show);
        tabs.put(key, tab);
        add(tab, content);
    }

    /** Called with the key of the tab that the person opened. */
    void onOpening(Consumer<String> opened) {
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                opened.accept(selected());
            }
        });
    }

    String selected() {
        return tabs.entrySet().stream()
                .filter(tab -> tab.getValue().equals(getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    void open(String key) {
        Optional.ofNullable(tabs.get(key)).ifPresent(this::setSelectedTab);
    }

    void show(ProjectView projectView, Optional<RunWithAttempts> latest) {
        project = Optional.of(projectView);
        run = latest;
        showSelected();
    }

    /** Where what the tab shall show was chosen elsewhere. */
    void showAgain() {
        showSelected();
    }

    private void showSelected() {
        BiConsumer<ProjectView, Optional<RunWithAttempts>> show = contents.get(getSelectedTab());
        if (show != null) {
            project.ifPresent(view -> show.accept(view, run));
        }
    }
}
