package dev.winslow.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winslow.agent.cache.FileCache;
import dev.winslow.agent.disk.DiskSpace;
import dev.winslow.agent.disk.Folders;
import dev.winslow.agent.disk.PrivateJson;
import dev.winslow.api.artifact.Area;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpareFoldersTest {
    @TempDir
    private Path place;

    private SpareFolders spares;
    private Layout layout;

    @BeforeEach
    void begin() throws IOException {
        spares = new SpareFolders(place.resolve("spare"));
        layout = new Layout(new FileCache(place.resolve("cache"), OptionalLong.empty(), DiskSpace.OF_THIS_MACHINE));
    }

    @Test
    void serveTheNextAttemptAsTheyAre() throws Exception {
        AttemptFolder first = folder("first");
        spares.make(first);
        EmptyFolders laid = layout.lay(first, List.of(), EmptyFolders.NONE).empty();
        PrivateJson.writeOnce(first.assignment(), "first");
        PrivateJson.writeOnce(first.verdict(), "over");
        PrivateJson.clear(first.assignment());
        List<Object> before = inodes(first);

        spares.take(first, laid);
        AttemptFolder second = folder("second");
        layout.lay(second, List.of(), spares.make(second));

        assertThat(first.root()).doesNotExist();
        assertThat(inodes(second)).isEqualTo(before);
        assertThat(PrivateJson.readOnce(second.assignment(), String.class)).isEmpty();
        assertThat(PrivateJson.readOnce(second.verdict(), String.class)).isEmpty();
    }

    @Test
    void areLookedIntoNoMoreOnceTheTimeOfChangeTells() throws Exception {
        EmptyFolders empty = EmptyFolders.NONE;
        for (AttemptFolder each : List.of(folder("young"), folder("old"))) {
            assertThat(spares.make(each).all()).isEmpty();
            empty = layout.lay(each, List.of(), EmptyFolders.NONE).empty();
            spares.take(each, empty);
            Thread.sleep(1200);
        }

        AttemptFolder third = folder("third");
        EmptyFolders certain = spares.make(third);
        assertThat(certain.all().keySet()).containsExactlyInAnyOrder("input", "workspace", "output", "word");
        Files.createFile(third.workspace().resolve("late"));
        EmptyFolders laid = layout.lay(third, List.of(), certain).empty();

        assertThat(names(third.workspace())).isEmpty();
        assertThat(Files.getPosixFilePermissions(third.of(Area.INPUT))).doesNotContain(PosixFilePermission.OWNER_WRITE);
        spares.take(third, laid);
        assertThat(spares.make(folder("fourth")).all().keySet()).containsExactlyInAnyOrder("input", "output", "word");
    }

    @Test
    void haveNothingOfWhatAStageLeft() throws Exception {
        AttemptFolder first = folder("first");
        spares.make(first);
        EmptyFolders laid = layout.lay(first, List.of(), EmptyFolders.NONE).empty();
        Files.writeString(first.workspace().resolve("tracks.csv"), "1,2");
        Files.writeString(first.variables(), "a=b");
        Files.writeString(first.usage(), "{}");
        Files.writeString(first.lines(), "a line");
        Files.setPosixFilePermissions(first.of(Area.OUTPUT), PosixFilePermissions.fromString("r-x------"));

        spares.take(first, laid);
        AttemptFolder second = folder("second");
        layout.lay(second, List.of(), spares.make(second));

        assertThat(names(second.root())).containsExactlyInAnyOrder("input", "workspace", "output", "word");
        assertThat(names(second.workspace())).isEmpty();
        assertThat(names(second.word())).isEmpty();
        assertThat(Files.getPosixFilePermissions(second.of(Area.OUTPUT))).contains(PosixFilePermission.OWNER_WRITE);
    }

    /** What a stage made and took away again cannot be told from what it hides. */
    @Test
    void haveNoFolderThatAStageTouched() throws Exception {
        AttemptFolder first = folder("first");
        spares.make(first);
        EmptyFolders laid = layout.lay(first, List.of(), EmptyFolders.NONE).empty();
        Files.delete(Files.createFile(first.workspace().resolve("gone")));

        spares.take(first, laid);
        AttemptFolder second = folder("second");
        spares.make(second);

        assertThat(names(second.root())).doesNotContain("workspace").contains("word");
    }

    @Test
    void leaveAnAttemptAloneThatIsThereAlready() throws Exception {
        AttemptFolder over = folder("over");
        spares.make(over);
        spares.take(over, EmptyFolders.NONE);
        AttemptFolder known = folder("known");
        Files.createDirectories(known.workspace());

        assertThatThrownBy(() -> spares.make(known)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(names(known.root())).containsExactly("workspace");
        spares.make(folder("other"));
        assertThat(names(place.resolve("spare"))).isEmpty();
    }

    @Test
    void doNotOutliveTheWorker() throws Exception {
        AttemptFolder over = folder("over");
        spares.make(over);
        PrivateJson.writeOnce(over.assignment(), "a token");
        spares.take(over, EmptyFolders.NONE);

        var _ = new SpareFolders(place.resolve("spare"));

        assertThat(names(place.resolve("spare"))).isEmpty();
    }

    @Test
    void areDoneWithoutWhereSomebodyRemovedThem() throws Exception {
        AttemptFolder over = folder("over");
        AttemptFolder next = folder("next");
        spares.make(over);
        spares.make(next);
        spares.take(over, EmptyFolders.NONE);
        Folders.delete(place.resolve("spare"));

        spares.make(folder("fresh"));
        spares.take(next, EmptyFolders.NONE);

        assertThat(folder("fresh").root()).isEmptyDirectory();
        assertThat(next.root()).doesNotExist();
    }

    @Test
    void areNotKeptWithoutEnd() throws Exception {
        List<AttemptFolder> many = Stream.iterate(0, i -> i + 1)
                .limit(100)
                .map(i -> folder("a" + i))
                .toList();
        for (AttemptFolder each : many) {
            spares.make(each);
        }
        for (AttemptFolder each : many) {
            spares.take(each, EmptyFolders.NONE);
        }

        assertThat(names(place.resolve("spare"))).hasSizeLessThan(50).isNotEmpty();
    }

    private AttemptFolder folder(String name) {
        return new AttemptFolder(place.resolve(name));
    }

    private static List<Object> inodes(AttemptFolder folder) throws IOException {
        return List.of(
                inode(folder.root()),
                inode(folder.of(Area.INPUT)),
                inode(folder.workspace()),
                inode(folder.of(Area.OUTPUT)),
                inode(folder.word()),
                inode(folder.assignment()),
                inode(folder.verdict()));
    }

    private static Object inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }
}
