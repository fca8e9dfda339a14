package dev.winslow.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.api.Paths;
import dev.winslow.api.account.AccountView;
import dev.winslow.api.account.ChangeAccount;
import dev.winslow.api.account.ChangePassword;
import dev.winslow.api.account.CreateAccount;
import dev.winslow.api.account.CreateToken;
import dev.winslow.api.account.CreatedAccount;
import dev.winslow.api.account.CreatedToken;
import dev.winslow.api.account.IssuedPassword;
import dev.winslow.api.account.Me;
import dev.winslow.api.account.Role;
import dev.winslow.api.account.TokenView;
import dev.winslow.api.history.EventView;
import dev.winslow.api.system.SystemCheck;
import dev.winslow.engine.Ids;
import dev.winslow.engine.account.Account;
import dev.winslow.engine.account.AccountService;
import dev.winslow.engine.account.ProgramTokens;
import dev.winslow.engine.account.RememberedSignIns;
import dev.winslow.engine.account.SavedViews;
import dev.winslow.engine.account.SavedViews.SavedView;
import dev.winslow.engine.account.SignIn;
import dev.winslow.engine.account.SignIn.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People, what they sign in by, and the tokens of their programs. */
interface AccountsContract {
    String HOME = "198.51.100.7";

    ServerOnADatabase server();

    @Test
    default void makesAPersonWithAPasswordThatIsShownOnce() {
        CreatedAccount made = create(newName(), Role.AUTHOR);

        assertThat(made.account().mustChangePassword()).isTrue();
        assertThat(made.account().role()).isEqualTo(Role.AUTHOR);
        assertThat(enter(made.account().name(), made.password().orElseThrow())).isInstanceOf(Outcome.Accepted.class);
        assertThat(server().caller().get(Paths.ACCOUNTS).body())
                .contains(made.account().name())
                .doesNotContain(made.password().orElseThrow());
        assertThat(stored(made)).startsWith("{bcrypt}");
    }

    @Test
    default void refusesANameThatIsTakenByAPersonOrAProgram() {
        String person = newName();
        String program = newName();
        create(person, Role.USER);
        server().caller().post(Paths.TOKENS, token(program, Role.USER)).as(CreatedToken.class);

        assertThat(post(person.toUpperCase(Locale.ROOT)).status()).isEqualTo(409);
        assertThat(post(program).status()).isEqualTo(409);
        assertThat(post("local").status()).isEqualTo(409);
        assertThat(post("no spaces").status()).isEqualTo(422);
        assertThat(server().caller()
                        .post(Paths.TOKENS, token(person, Role.USER))
                        .status())
                .isEqualTo(409);
    }

    @Test
    default void refusesAPasswordThatIsEasyToGuess() {
        String name = newName();
        for (String weak : new String[] {"short", "aaaaaaaaaaaa", name + "12345", "é".repeat(40)}) {
            assertThat(server().caller()
                            .post(
                                    Paths.ACCOUNTS,
                                    new CreateAccount(name, Optional.empty(), Role.USER, Optional.of(weak)))
                            .status())
                    .as(weak)
                    .isEqualTo(422);
        }
    }

    @Test
    default void slowsDownWhoGuessesAndLetsOthersIn() {
        CreatedAccount made = create(newName(), Role.USER);
        String name = made.account().name();
        String right = made.password().orElseThrow();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(enter(name, "wrong " + guess)).isInstanceOf(Outcome.Refused.class);
        }

        assertThat(enter(name, right))
                .isInstanceOfSatisfying(
                        Outcome.Wait.class,
                        wait -> assertThat(wait.time()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15)));
        assertThat(signIn().byPassword(name, right, "203.0.113.9")).isInstanceOf(Outcome.Accepted.class);
        server().clock().leap(Duration.ofSeconds(16));
        assertThat(enter(name, right)).isInstanceOf(Outcome.Accepted.class);
        assertThat(enter(name, "wrong")).isInstanceOf(Outcome.Refused.class);
        assertThat(audit()).contains("too many wrong passwords for \\\"" + name + "\\\" from " + HOME);
    }

    @Test
    default void tellsNobodyWhichNamesThereAre() {
        String nobody = newName();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(enter(nobody, "wrong")).isInstanceOf(Outcome.Refused.class);
        }

        assertThat(enter(nobody, "wrong")).isInstanceOf(Outcome.Wait.class);
        assertThat(audit()).doesNotContain(nobody);
    }

    @Test
    default void leavesNoWayInToWhoIsDisabled() {
        CreatedAccount made = create(newName(), Role.USER);
        Account account = account(made);
        String secret = remembered().remember(account.id());
        Caller program = asProgramOf(made, Role.USER);
        assertThat(program.get(Paths.PROJECTS).status()).isEqualTo(200);
        assertThat(remembered().recognise(secret)).isPresent();

        change(made, new ChangeAccount(Optional.empty(), Optional.empty(), Optional.of(true)));

        assertThat(enter(account.name(), made.password().orElseThrow())).isInstanceOf(Outcome.Refused.class);
        assertThat(remembered().recognise(secret)).isEmpty();
        assertThat(program.get(Paths.PROJECTS).status()).isEqualTo(401);
        assertThat(account(made).version()).isGreaterThan(account.version());
        assertThat(audit()).contains("disabled \\\"" + account.name());
    }

    @Test
    default void remembersABrowserForItsTimeOnly() {
        CreatedAccount made = create(newName(), Role.USER);
        String secret = remembered().remember(made.account().id());
        String other = remembered().remember(made.account().id());
        remembered().forget(other);

        assertThat(remembered().recognise(secret)).contains(account(made));
        assertThat(remembered().recognise(other)).isEmpty();
        end("remembered_sign_in", made.account().id());
        assertThat(remembered().recognise(secret)).isEmpty();
    }

    @Test
    default void changesAPasswordByTheOneThatHoldsAndSignsOutElsewhere() {
        CreatedAccount made = create(newName(), Role.USER);
        Caller person = asProgramOf(made, Role.USER);
        String secret = remembered().remember(made.account().id());
        String old = made.password().orElseThrow();

        assertThat(person.putJson(Paths.MY_PASSWORD, new ChangePassword("wrong", "a good long one"))
                        .status())
                .isEqualTo(403);
        assertThat(person.putJson(Paths.MY_PASSWORD, new ChangePassword(old, "short"))
                        .status())
                .isEqualTo(422);
        assertThat(person.putJson(Paths.MY_PASSWORD, new ChangePassword(old, "a good long one"))
                        .status())
                .isEqualTo(204);

        assertThat(account(made).mustChange()).isFalse();
        assertThat(remembered().recognise(secret)).isEmpty();
        assertThat(enter(made.account().name(), old)).isInstanceOf(Outcome.Refused.class);
        assertThat(enter(made.account().name(), "a good long one")).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    default void givesAPersonWhoForgotANewPassword() {
        CreatedAccount made = create(newName(), Role.USER);

        String fresh = server().caller()
                .post(Paths.ACCOUNTS + "/" + made.account().id() + "/password")
                .as(IssuedPassword.class)
                .password();

        assertThat(enter(made.account().name(), fresh)).isInstanceOf(Outcome.Accepted.class);
        assertThat(account(made).mustChange()).isTrue();
    }

    @Test
    default void keepsTheLastAdministrator() {
        assertThat(server().caller().get(Paths.ACCOUNTS).listOf(AccountView.class))
                .noneMatch(account -> account.role() == Role.ADMINISTRATOR && !account.disabled());
        CreatedAccount first = create(newName(), Role.ADMINISTRATOR);
        ChangeAccount demotion = new ChangeAccount(Optional.empty(), Optional.of(Role.USER), Optional.empty());
        ChangeAccount exclusion = new ChangeAccount(Optional.empty(), Optional.empty(), Optional.of(true));

        assertThat(patch(first, demotion).status()).isEqualTo(409);
        assertThat(patch(first, exclusion).status()).isEqualTo(409);
        CreatedAccount second = create(newName(), Role.ADMINISTRATOR);
        assertThat(patch(first, demotion).status()).isEqualTo(200);
        assertThat(patch(second, exclusion).body()).contains("last administrator");
        // So that other tests find none.
        server().database().sql("update account set role = 'USER'").update();
    }

    @Test
    default void letsAProgramDoWhatItsRoleMay() {
        String name = newName();
        CreatedToken made =
                server().caller().post(Paths.TOKENS, token(name, Role.USER)).as(CreatedToken.class);
        Caller program = server().caller().with(made.secret());

        assertThat(program.get(Paths.ME).as(Me.class)).isEqualTo(new Me(name, Role.USER, false));
        assertThat(program.get(Paths.PIPELINES).status()).isEqualTo(200);
        assertThat(program.get(Paths.NODES).status()).isEqualTo(200);
        assertThat(program.postXml(Paths.PIPELINES, "<x/>").body())
                .contains("Only authors, operators and administrators may deploy");
        for (Answer refused : new Answer[] {
            program.postXml(Paths.PIPELINES, "<x/>"),
            program.delete(Paths.PIPELINES + "/some"),
            program.post(Paths.NODES + "/" + UUID.randomUUID() + "/drain"),
            program.putJson(Paths.RUNS + "/" + UUID.randomUUID() + "/priority", "{}"),
            program.putJson(Paths.VARIABLES + "/A", "{}"),
            program.delete(Paths.POOL + "/files/" + UUID.randomUUID()),
            program.get(Paths.ACCOUNTS),
            program.get(Paths.TOKENS),
            program.get(Paths.AUDIT),
            program.get(Paths.SYSTEM),
            program.get(Paths.MY_TOKENS)
        }) {
            assertThat(refused.status()).as(refused.body()).isIn(403, 409);
        }
        assertThat(program.get(Paths.ACCOUNTS).status()).isEqualTo(403);
        assertThat(server().caller().get(Paths.TOKENS).listOf(TokenView.class))
                .filteredOn(token -> token.name().equals(name))
                .singleElement()
                .satisfies(token -> assertThat(token.lastUsedAt()).isPresent());

        server().caller().delete(Paths.TOKENS + "/" + made.token().id());

        assertThat(program.get(Paths.ME).status()).isEqualTo(401);
        assertThat(audit()).contains("revoked the token \\\"" + name);
    }

    @Test
    default void letsATokenEnd() {
        CreatedAccount made = create(newName(), Role.USER);
        Caller program = asProgramOf(made, Role.USER);
        CreatedToken token = program.post(Paths.MY_TOKENS, new CreateToken("short", Role.USER, Optional.of(2)))
                .as(CreatedToken.class);
        assertThat(token.token().expiresAt().orElseThrow())
                .isEqualTo(token.token().createdAt().plus(Duration.ofDays(2)));
        assertThat(program.get(Paths.ME).status()).isEqualTo(200);

        end("api_token", made.account().id());

        assertThat(program.get(Paths.ME).status()).isEqualTo(401);
    }

    @Test
    default void keepsAPersonsTokensAtMostAtThePersonsRole() {
        CreatedAccount made = create(newName(), Role.OPERATOR);
        Caller person = asProgramOf(made, Role.OPERATOR);
        assertThat(person.post(Paths.MY_TOKENS, token("more", Role.ADMINISTRATOR))
                        .status())
                .isEqualTo(403);
        assertThat(person.with(asProgramOf(made, Role.USER).token())
                        .post(Paths.MY_TOKENS, token("more", Role.OPERATOR))
                        .status())
                .isEqualTo(403);

        change(made, new ChangeAccount(Optional.empty(), Optional.of(Role.USER), Optional.empty()));

        assertThat(person.get(Paths.ME).as(Me.class))
                .isEqualTo(new Me(made.account().name(), Role.USER, true));
        String id =
                person.get(Paths.MY_TOKENS).listOf(TokenView.class).getFirst().id();
        assertThat(server().caller().get(Paths.TOKENS).body()).doesNotContain(id);
        assertThat(server().caller().delete(Paths.TOKENS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    default void tellsAdministratorsAloneWhatAdministratorsDid() {
        CreatedAccount made = create(newName(), Role.USER);
        Caller person = asProgramOf(made, Role.USER);

        assertThat(server().caller().get(Paths.AUDIT + "?limit=5").listOf(EventView.class))
                .extracting(EventView::text)
                .contains("added \"" + made.account().name() + "\" with the role USER");
        assertThat(person.get(Paths.VARIABLES_HISTORY).body())
                .doesNotContain(made.account().name());
    }

    @Test
    default void tellsHowEachPartOfTheSystemIs() {
        assertThat(server().caller().get(Paths.SYSTEM).listOf(SystemCheck.class))
                .filteredOn(check -> check.health() != SystemCheck.Health.BAD)
                .extracting(SystemCheck::part)
                .contains("Database", "Storage", "This server");
    }

    private CreatedAccount create(String name, Role role) {
        return server().caller()
                .post(Paths.ACCOUNTS, new CreateAccount(name, Optional.of("A Person"), role, Optional.empty()))
                .as(CreatedAccount.class);
    }

    private Answer post(String name) {
        return server().caller()
                .post(Paths.ACCOUNTS, new CreateAccount(name, Optional.empty(), Role.USER, Optional.empty()));
    }

    private Answer patch(CreatedAccount made, ChangeAccount request) {
        return server().caller()
                .patchJson(Paths.ACCOUNTS + "/" + made.account().id(), Answer.JSON.writeValueAsString(request));
    }

    private void change(CreatedAccount made, ChangeAccount request) {
        patch(made, request).as(AccountView.class);
    }

    private Caller asProgramOf(CreatedAccount made, Role role) {
        return server().caller()
                .with(server().context()
                        .getBean(ProgramTokens.class)
                        .create(account(made), token("laptop", role))
                        .secret());
    }

    private Account account(CreatedAccount made) {
        return server().context()
                .getBean(AccountService.class)
                .require(made.account().id());
    }

    private Outcome enter(String name, String password) {
        return signIn().byPassword(name, password, HOME);
    }

    private SignIn signIn() {
        return server().context().getBean(SignIn.class);
    }

    private RememberedSignIns remembered() {
        return server().context().getBean(RememberedSignIns.class);
    }

    /** As if its time were over, without the clock of other tests leaping by days. */
    private void end(String table, UUID account) {
        server().database()
                .sql("update " + table + " set expires_at = created_at where account_id = :account")
                .param("account", account)
                .update();
    }

    private String audit() {
        return server().caller().get(Paths.AUDIT).body();
    }

    private String stored(CreatedAccount made) {
        return server().database()
                .sql("select password from account where id = :id")
                .param("id", made.account().id())
                .query(String.class)
                .single();
    }

    private static CreateToken token(String name, Role role) {
        return new CreateToken(name, role, Optional.empty());
    }

    private static String newName() {
        return "n" + Ids.secret().substring(0, 12);
    }

    @Test
    default void keepsTheViewsOfAPerson() {
        SavedViews views = server().context().getBean(SavedViews.class);

        views.keep("ada", " Running ", "state=running");
        views.keep("ada", "Running", "state=running&view=cards");
        views.keep("bob", "All", "");

        assertThat(views.of("ada")).containsExactly(new SavedView("Running", "state=running&view=cards"));
        assertThatThrownBy(() -> views.keep("ada", " ", "")).hasMessageContaining("needs a name");
        views.remove("ada", "Running");
        assertThat(views.of("ada")).isEmpty();
        assertThat(views.of("bob")).hasSize(1);
    }
}
