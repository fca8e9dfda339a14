package dev.winslow.cli;

import dev.winslow.api.Paths;
import dev.winslow.api.access.AccessEntry;
import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may see and change a project. */
@Command(
        name = "access",
        description = "Shows and changes who may see and change a project.",
        footer = {
            "",
            "A member sees the project, answers its tasks and comments on them; a maintainer also changes it and runs it; an owner also"
                    + " deletes it and says who has access. A group is written with an @, such as @north-team."
        })
final class ProjectAccessCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID")
    private String id = "";

    @Option(
            names = "--add",
            paramLabel = "NAME=LEVEL",
            description =
                    "Gives a person, a program or an @group access, or another level: member, maintainer or owner.")
    private List<String> added = new ArrayList<>();

    @Option(names = "--remove", paramLabel = "NAME", description = "Takes the access of a person or an @group away.")
    private List<String> removed = new ArrayList<>();

    @Option(names = "--everyone", description = "What all others may do: NOTHING, SEE or CHANGE.")
    private Optional<Everyone> everyone = Optional.empty();

    @Option(names = "--owner", paramLabel = "NAME", description = "Hands the project over.")
    private Optional<String> owner = Optional.empty();

    @Override
    public Integer call() throws Exception {
        ChangeAccess change = new ChangeAccess(
                owner,
                everyone,
                added.stream().map(ProjectAccessCommand::entry).toList(),
                removed.stream().map(ProjectAccessCommand::holder).toList());
        boolean changes = owner.isPresent() || everyone.isPresent() || !added.isEmpty() || !removed.isEmpty();
        String path = Paths.PROJECT_ACCESS.replace("{id}", id);
        AccessView view = changes ? api().patch(path, change, AccessView.class) : api().get(path, AccessView.class);
        print(view, () -> text(view));
        return 0;
    }

    private static String text(AccessView view) {
        Table table = new Table("WHO", "AS");
        if (!view.owner().isEmpty()) {
            table.row(view.owner(), "the owner");
        }
        view.entries()
                .forEach(entry ->
                        table.row(written(entry.holder()), entry.level().name().toLowerCase(Locale.ROOT)));
        table.row(
                "everybody else",
                switch (view.everyone()) {
                    case NOTHING -> "may not see it";
                    case SEE -> "may see it";
                    case CHANGE -> "may see and change it";
                });
        return table.toString();
    }

    private static String written(Holder holder) {
        return holder.kind() == Holder.Kind.GROUP ? "@" + holder.name() : holder.name();
    }

    private static Holder holder(String written) {
        return written.startsWith("@") ? Holder.group(written.substring(1)) : Holder.person(written);
    }

    private static AccessEntry entry(String written) {
        int at = written.lastIndexOf('=');
        if (at <= 0) {
            throw new Refused(
                    "\"" + written + "\" says no level: write it like anna=maintainer or @north-team=member.");
        }
        return new AccessEntry(holder(written.substring(0, at)), level(written.substring(at + 1)));
    }

    private static Level level(String word) {
        try {
            return Level.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refused("\"" + word + "\" is no level: it is member, maintainer or owner.");
        }
    }
}
