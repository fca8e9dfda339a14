package dev.winslow.ui.shell;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.engine.security.Permission;
import dev.winslow.ui.language.Language;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.security.Visitor;
import java.util.ArrayList;
import java.util.List;

/** What can be done from every page, as far as the person may. */
final class PaletteActions {
    static final String COLOURS = "colours";
    static final String LANGUAGE = "language";
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
                new Action("", t("New project"), t("choose a pipeline and a film"), "", Navigation.NEW_PROJECT),
                Action.to(Navigation.INBOX, t("Go to the inbox"), "g i"),
                Action.to(Navigation.PROJECTS, t("Go to the projects"), "g p"),
                Action.to(Navigation.NODES, t("Go to the nodes"), "g n"),
                Action.to(Navigation.PIPELINES, t("Go to the pipelines"), "g l"),
                Action.to(Navigation.POOL, t("Go to the pool"), "g o")));
        if (Person.may(Permission.DEPLOY_PIPELINES)) {
            actions.add(new Action("", t("New pipeline"), t("draw one"), "", "modeller"));
        }
        if (Person.may(Permission.SEE_THE_SYSTEM)) {
            actions.add(Action.to(Navigation.ADMINISTRATION, t("Go to the administration"), "g a"));
        }
        actions.add(Action.doing(COLOURS, t("Light or dark"), t("change the colours")));
        actions.add(Action.doing(LANGUAGE, Language.current().other().ownName(), t("change the language")));
        actions.add(Action.doing("density", t("Compact or comfortable"), t("change the density")));
        actions.add(new Action("help", t("Keyboard shortcuts"), t("help"), "?", ""));
        if (Person.visitor().flatMap(Visitor::account).isPresent()) {
            actions.add(
                    Action.to(Navigation.ACCOUNT, t("Your account: password, tokens, and what you are told of"), ""));
            actions.add(Action.doing(SIGN_OUT, t("Sign out"), ""));
        }
        return actions;
    }
}
