package dev.winslow.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;

/** Where pages are, and the ways between them. */
public final class Navigation {
    public static final String PROJECTS = "";
    public static final String PROJECT = "projects";
    /** The projects, with the dialog for a new one open. */
    public static final String NEW_PROJECT = "?new";
    /** Names, in the address of the projects, what they are filtered by. */
    public static final String FIND = "find";

    /** Where a file comes from, and what was made from it. */
    public static final String LINEAGE = "lineage";

    public static final String INBOX = "inbox";
    public static final String TASK = "tasks";
    public static final String NODES = "nodes";
    public static final String PIPELINES = "pipelines";
    public static final String POOL = "pool";
    /** Names, in the address of the pool, the folder that is looked into. */
    public static final String FOLDER = "folder";
    /** Names, in the address of the pool, the file that is looked at. */
    public static final String FILE = "file";

    public static final String ADMINISTRATION = "administration";
    /** One's own account. */
    public static final String ACCOUNT = "account";

    private Navigation() {}

    public static Anchor toProject(UUID id, String words) {
        return new Anchor(PROJECT + "/" + id, words);
    }

    public static Anchor toLineage(UUID file, String words) {
        return new Anchor(LINEAGE + "/" + file, words);
    }

    /** @param folder empty for the top */
    public static Anchor toPool(String folder, String words) {
        QueryParameters asked = folder.isEmpty() ? QueryParameters.empty() : QueryParameters.of(FOLDER, folder);
        return new Anchor(new Location(POOL, asked).getPathWithQueryParameters(), words);
    }

    public static Anchor toTask(UUID id, String words) {
        return new Anchor(TASK + "/" + id, words);
    }

    public static void goToProject(UUID id) {
        UI.getCurrent().navigate(PROJECT + "/" + id);
    }

    /** @param what {@link #FOLDER} or {@link #FILE} */
    public static void goToPool(String what, String value) {
        UI.getCurrent().navigate(POOL, QueryParameters.of(what, value));
    }

    public static void goToInbox() {
        UI.getCurrent().navigate(INBOX);
    }

    public static void goToProjects() {
        UI.getCurrent().navigate(PROJECTS);
    }
}
