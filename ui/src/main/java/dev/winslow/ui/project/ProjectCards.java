package dev.winslow.ui.project;

import static dev.winslow.ui.language.Texts.count;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import dev.winslow.api.project.ProjectView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Projects as cards, which stay where they are while projects change, so that their pictures need not be drawn anew. Of many the first are drawn. */
final class ProjectCards extends Div {
    static final int AT_ONCE = 60;

    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button("", click -> showMore());
    private final Map<UUID, ProjectCard> cards = new HashMap<>();
    private transient List<Listed> all = List.of();
    private transient List<UUID> order = List.of();
    private int most = AT_ONCE;

    ProjectCards(String title) {
        list.addClassNames("winslow-cards", "winslow-project-cards");
        list.getElement().setAttribute("aria-label", title);
        addClassName("winslow-project-cards-all");
        add(list, more);
    }

    void show(List<Listed> projects) {
        all = projects;
        List<Listed> drawn = projects.stream().limit(most).toList();
        more.setVisible(projects.size() > most);
        more.setText(count(projects.size() - most, "1 more", "{0} more"));
        List<UUID> ids =
                drawn.stream().map(Listed::project).map(ProjectView::id).toList();
        drawn.forEach(listed -> cards.computeIfAbsent(listed.project().id(), id -> new ProjectCard(listed))
                .show(listed));
        if (!ids.equals(order)) {
            order = ids;
            cards.keySet().retainAll(ids);
            arrange(ids);
        }
    }

    /** Moves only the cards that stand elsewhere: one that is taken out loses the keyboard. */
    private void arrange(List<UUID> ids) {
        list.getChildren().filter(card -> !cards.containsValue(card)).toList().forEach(list::remove);
        for (int i = 0; i < ids.size(); i++) {
            ProjectCard card = Objects.requireNonNull(cards.get(ids.get(i)));
            if (i >= list.getComponentCount() || !list.getComponentAt(i).equals(card)) {
                list.remove(list.getChildren().filter(card::equals).toList());
                list.addComponentAtIndex(i, card);
            }
        }
    }

    private void showMore() {
        most += AT_ONCE;
        show(all);
    }
}
