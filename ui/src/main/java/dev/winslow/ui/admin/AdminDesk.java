package dev.winslow.ui.admin;

import dev.winslow.engine.access.GroupService;
import dev.winslow.engine.account.AccountService;
import dev.winslow.engine.account.OwnPassword;
import dev.winslow.engine.account.ProgramTokens;
import dev.winslow.engine.history.Events;
import dev.winslow.engine.system.SystemHealth;
import dev.winslow.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** All that looking after the system asks of the server. */
@Component
record AdminDesk(
        AccountService accounts,
        OwnPassword passwords,
        ProgramTokens tokens,
        Variables variables,
        SystemHealth health,
        Events events,
        GroupService groups) {}
