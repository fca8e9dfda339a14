package dev.winslow.ui.pool;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import dev.winslow.ui.shell.Navigation;

/** Which folder of the pool is looked into, with the way back; nothing at the top. */
final class FolderCrumbs extends Nav {
    private final OrderedList list = new OrderedList();

    FolderCrumbs() {
        addClassName("winslow-folder-crumbs");
        getElement().setAttribute("aria-label", t("Place in the pool"));
        add(list);
    }

    void show(PoolFolder folder) {
        setVisible(!folder.equals(PoolFolder.TOP));
        list.removeAll();
        list.add(new ListItem(Navigation.toPool("", t("Pool"))));
        folder.wayDown().forEach(each -> {
            if (each.equals(folder)) {
                ListItem here = new ListItem(each.name());
                here.getElement().setAttribute("aria-current", "page");
                list.add(here);
            } else {
                list.add(new ListItem(Navigation.toPool(each.path(), each.name())));
            }
        });
    }
}
