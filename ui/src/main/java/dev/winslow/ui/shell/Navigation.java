package dev.winslow.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
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

    public static Anchor toTask(UUID id, String words) {
        return new Anchor(TASK + "/" + id, words);
    }

    public static void goToProject(UUID id) {
        UI.getCurrent().navigate(PROJECT + "/" + id);
    }

    public static void goToInbox() {
        UI.getCurrent().navigate(INBOX);
    }

    public static void goToProjects() {
        UI.getCurrent().navigate(PROJECTS);
    }
}
