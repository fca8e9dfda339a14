package dev.winslow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winslow.api.access.AccessEntry;
import dev.winslow.api.access.AccessView;
import dev.winslow.api.access.ChangeAccess;
import dev.winslow.api.access.Everyone;
import dev.winslow.api.access.GroupView;
import dev.winslow.api.access.Holder;
import dev.winslow.api.access.Level;
import dev.winslow.api.access.Right;
import dev.winslow.api.access.SaveGroup;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may see and change a project, and groups. */
class AccessCommandsTest {
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String ACCESS = "/api/v1/projects/" + ID + "/access";
    private static final AccessView VIEW = new AccessView(
            "anna", Everyone.SEE, List.of(new AccessEntry(Holder.group("north"), Level.MAINTAINER)), Right.OWN);

    private StubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsWhoHasAccess() {
        server.on("GET " + ACCESS, VIEW);

        assertThat(Said.to(server, "project", "access", ID.toString()).out())
                .contains("anna            the owner", "@north          maintainer", "everybody else  may see it");
    }

    @Test
    void changesAccess() {
        server.on("PATCH " + ACCESS, VIEW);

        Said.to(
                server,
                "project",
                "access",
                ID.toString(),
                "--add",
                "bob=member",
                "--add",
                "@north=maintainer",
                "--remove",
                "eve",
                "--everyone",
                "see",
                "--owner",
                "anna");

        assertThat(Api.JSON.readValue(server.request("PATCH " + ACCESS).body(), ChangeAccess.class))
                .isEqualTo(new ChangeAccess(
                        Optional.of("anna"),
                        Optional.of(Everyone.SEE),
                        List.of(
                                new AccessEntry(Holder.person("bob"), Level.MEMBER),
                                new AccessEntry(Holder.group("north"), Level.MAINTAINER)),
                        List.of(Holder.person("eve"))));
    }

    @Test
    void saysHowALevelIsWritten() {
        assertThat(Said.to(server, "project", "access", ID.toString(), "--add", "bob")
                        .error())
                .contains("write it like anna=maintainer");
        assertThat(Said.to(server, "project", "access", ID.toString(), "--add", "bob=boss")
                        .error())
                .contains("it is member, maintainer or owner");
    }

    @Test
    void changesAGroup() {
        GroupView group = new GroupView(ID, "north", List.of("anna", "bob"), 2);
        server.on("GET /api/v1/groups", List.of(group)).on("PUT /api/v1/groups/" + ID, group);

        assertThat(Said.to(server, "group", "list").out()).contains("north  2         anna, bob");
        Said.to(server, "group", "change", "north", "--add", "eve", "--remove", "bob");

        assertThat(Api.JSON.readValue(server.request("PUT /api/v1/groups/" + ID).body(), SaveGroup.class))
                .isEqualTo(new SaveGroup("north", List.of("anna", "eve")));
        assertThat(Said.to(server, "group", "remove", "south").error()).contains("There is no group south");
    }
}
