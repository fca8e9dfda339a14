package dev.winslow.ui.project;

import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Holder;
import dev.winslow.engine.access.AccessService;
import dev.winslow.engine.access.GroupService;
import dev.winslow.engine.account.Account;
import dev.winslow.engine.account.AccountService;
import dev.winslow.ui.security.Person;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that showing and changing who has access asks of the server. */
@Component
class AccessDesk {
    private final AccessService access;
    private final GroupService groups;
    private final AccountService accounts;

    AccessDesk(AccessService access, GroupService groups, AccountService accounts) {
        this.access = access;
        this.groups = groups;
        this.accounts = accounts;
    }

    AccessView show(UUID project) {
        return access.show(project, Person.viewer());
    }

    void change(UUID project, ChangeAccess change) {
        access.change(project, change, Person.viewer());
    }

    List<String> people() {
        return accounts.list().stream()
                .filter(account -> !account.disabled())
                .map(Account::name)
                .toList();
    }

    /** Groups first. */
    List<Holder> holders() {
        return Stream.concat(
                        groups.list().stream().map(group -> Holder.group(group.name())),
                        people().stream().map(Holder::person))
                .toList();
    }
}
