package dev.winslow.ui.admin;

import static dev.winslow.ui.language.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.winslow.api.account.CreateToken;
import dev.winslow.api.account.CreatedToken;
import dev.winslow.api.account.Role;
import dev.winslow.api.account.TokenView;
import dev.winslow.ui.shell.Notices;
import dev.winslow.ui.shell.Pages;
import dev.winslow.ui.shell.Rows;
import dev.winslow.ui.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tokens of the HTTP API and the command line: of programs, or of a person's own. */
final class TokensPanel extends Div {
    private final transient Source source;
    private final Rows rows = new Rows(t("Tokens"));
    private final Div empty = new Div();

    /** Whose they are. */
    private record Source(
            Role most,
            Supplier<List<TokenView>> list,
            Function<CreateToken, CreatedToken> create,
            Consumer<String> revoke) {}

    private TokensPanel(Source source, String words) {
        this.source = source;
        addClassName("winslow-area");
        Paragraph about = new Paragraph(words);
        about.addClassName("winslow-secondary");
        Button create = new Button(
                t("New token"),
                VaadinIcon.PLUS.create(),
                click -> new NewTokenDialog(source.most(), source.create(), this::refresh).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div space = new Div();
        space.addClassName("winslow-space");
        Div bar = new Div(about, space, create);
        bar.addClassName("winslow-head");
        Div panel = Pages.panel(rows, empty);
        panel.addClassName("winslow-flush");
        add(bar, panel);
        refresh();
    }

    static TokensPanel ofPrograms(AdminDesk desk) {
        return new TokensPanel(
                new Source(
                        Role.ADMINISTRATOR,
                        desk.tokens()::ofPrograms,
                        desk.tokens()::create,
                        id -> desk.tokens().revoke(Optional.empty(), id)),
                t(
                        "Programs that belong to nobody act under their token's name. People make tokens of their own on their account's page."));
    }

    static TokensPanel of(AdminDesk desk, UUID account, Role role) {
        return new TokensPanel(
                new Source(
                        role,
                        () -> desk.tokens().of(account),
                        request -> desk.tokens().create(desk.accounts().require(account), request),
                        id -> desk.tokens().revoke(Optional.of(account), id)),
                t("For the command line and your programs, which act under your name."));
    }

    private void refresh() {
        List<TokenView> tokens = source.list().get();
        rows.removeAll();
        empty.removeAll();
        tokens.forEach(this::show);
        if (tokens.isEmpty()) {
            empty.add(Pages.empty(t("No tokens"), t("Make one for each program, so that each can be revoked alone.")));
        }
    }

    private void show(TokenView token) {
        Span role = new Span(RoleWords.name(token.role()));
        role.addClassName("winslow-chip");
        Button revoke = new Button(t("Revoke"), click -> {
            if (Notices.attempt(() -> source.revoke().accept(token.id()))) {
                Notices.done(t("The token {0} is worth nothing now.", token.name()));
            }
            refresh();
        });
        revoke.setAriaLabel(t("Revoke {0}", token.name()));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL, ButtonVariant.ERROR);
        rows.add(VaadinIcon.KEY_O.create(), token.name(), about(token), role, revoke);
    }

    private static String about(TokenView token) {
        String made = Words.time(token.createdAt());
        return (token.createdBy().isEmpty() ? t("made {0}", made) : t("made {0} by {1}", made, token.createdBy()))
                + " · "
                + token.lastUsedAt().map(at -> t("used {0}", Words.time(at))).orElseGet(() -> t("never used"))
                + token.expiresAt()
                        .map(at -> " · " + t("expires {0}", Words.time(at)))
                        .orElse("");
    }
}
