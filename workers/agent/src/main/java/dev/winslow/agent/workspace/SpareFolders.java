package dev.winslow.agent.workspace;

import dev.winslow.agent.disk.Folders;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders of attempts that are over, kept for the next ones with what is empty in them: a file system that makes and removes them again and again
 * becomes slow at it (see docs/decisions/0060-spare-folders.md). None is kept from one life of the worker to the next.
 */
public final class SpareFolders {
    private static final Logger LOG = LoggerFactory.getLogger(SpareFolders.class);
    private static final int MOST = 32;

    private final Path place;
    private final BlockingQueue<Spare> spare = new ArrayBlockingQueue<>(MOST);

    /** @param empty those of its folders which are so for certain */
    private record Spare(Path root, EmptyFolders empty) {}

    /** @param place for them alone; what lies there is deleted */
    public SpareFolders(Path place) throws IOException {
        this.place = place;
        try {
            Folders.delete(place);
        } catch (IOException stays) {
            LOG.warn("Not all of {} could be deleted; the next start of the worker tries it again", place, stays);
        }
        Files.createDirectories(place);
    }

    /**
     * Makes the folder of an attempt. It may have the files and empty folders of one before.
     *
     * @return those of its folders which nobody has to look into
     * @throws FileAlreadyExistsException where there is one
     */
    public EmptyFolders make(AttemptFolder folder) throws IOException {
        Spare known = spare.poll();
        if (known == null) {
            Files.createDirectory(folder.root());
            return EmptyFolders.NONE;
        }
        try {
            Files.move(known.root(), folder.root());
            return known.empty();
        } catch (FileAlreadyExistsException taken) {
            putBack(known);
            throw taken;
        } catch (NoSuchFileException removed) {
            // By somebody who tidied up.
            return make(folder);
        }
    }

    /**
     * Takes the folder of an attempt that is over. Its assignment has been cleared.
     *
     * @param laid those that were empty when they were laid out; they are kept if nobody has touched them since
     */
    public void take(AttemptFolder folder, EmptyFolders laid) throws IOException {
        Path taken = place.resolve(String.valueOf(folder.root().getFileName()));
        try {
            // From here on, nobody finds it by the name that it had.
            Files.move(folder.root(), taken);
        } catch (IOException immovable) {
            LOG.debug("The folder of {} is deleted where it is", taken, immovable);
            Folders.delete(folder.root());
            return;
        }
        try {
            putBack(new Spare(taken, clear(taken, laid)));
        } catch (IOException stays) {
            LOG.warn("{} cannot be used again", taken, stays);
            Folders.delete(taken);
        }
    }

    private void putBack(Spare cleared) throws IOException {
        if (!spare.offer(cleared)) {
            Folders.delete(cleared.root());
        }
    }

    /** Times of change tick too coarsely on some file systems to tell that a folder was given away at once. */
    private static Map<String, Object> owner(Path folder) throws IOException {
        return Files.readAttributes(folder, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
    }

    private static EmptyFolders clear(Path taken, EmptyFolders laid) throws IOException {
        AttemptFolder folder = new AttemptFolder(taken);
        Set<String> certain = new HashSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(taken)) {
            for (Path each : all) {
                if (folder.isRecord(each)) {
                    // It bears the name of the folder, and says nothing where that has another.
                    continue;
                }
                boolean untouched = laid.contains(each);
                if (untouched && laid.isCertainOf(each)) {
                    certain.add(EmptyFolders.name(each));
                } else if (!untouched || !owner(each).equals(owner(taken))) {
                    Folders.delete(each);
                }
            }
            return laid.only(certain::contains);
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }
}
