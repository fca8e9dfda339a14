package dev.winslow.ui.shell;

import dev.winslow.engine.security.Permission;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.security.Visitor;
import java.util.ArrayList;
import java.util.List;

/** What can be done from every page, as far as the person may. */
final class PaletteActions {
    static final String COLOURS = "colours";
    static final String SIGN_OUT = "sign-out";
    static final String PAUSE = "pause";
    static final String RESUME = "resume";

    private PaletteActions() {}

    /**
     * One of them.
     *
     * @param id for what the page or the server does; empty where it leads somewhere
     * @param keys the shortcut; may be empty
     * @param address where it leads; empty where something is done
     */
    record Action(String id, String title, String about, String keys, String address) {
        static Action to(String address, String title, String keys) {
            return new Action("", title, "", keys, address.isEmpty() ? "." : address);
        }

        static Action doing(String id, String title, String about) {
            return new Action(id, title, about, "", "");
        }
    }

    static List<Action> everywhere() {
        List<Action> actions = new ArrayList<>(List.of(
                new Action("", "New project", "choose a pipeline and a film", "", Navigation.NEW_PROJECT),
                Action.to(Navigation.INBOX, "Go to the inbox", "g i"),
                Action.to(Navigation.PROJECTS, "Go to the projects", "g p"),
                Action.to(Navigation.NODES, "Go to the nodes", "g n"),
                Action.to(Navigation.PIPELINES, "Go to the pipelines", "g l"),
                Action.to(Navigation.POOL, "Go to the pool", "g o")));
        if (Person.may(Permission.DEPLOY_PIPELINES)) {
            actions.add(new Action("", "New pipeline", "draw one", "", "modeller"));
        }
        if (Person.may(Permission.SEE_THE_SYSTEM)) {
            actions.add(Action.to(Navigation.ADMINISTRATION, "Go to the administration", "g a"));
        }
        actions.add(Action.doing(COLOURS, "Light or dark", "change the colours"));
        actions.add(Action.doing("density", "Compact or comfortable", "change the density"));
        actions.add(new Action("help", "Keyboard shortcuts", "help", "?", ""));
        if (Person.visitor().flatMap(Visitor::account).isPresent()) {
            actions.add(Action.to(Navigation.ACCOUNT, "Your account: password and tokens", ""));
            actions.add(Action.doing(SIGN_OUT, "Sign out", ""));
        }
        return actions;
    }
}
