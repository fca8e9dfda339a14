package dev.winslow.faults.trial;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system of limited size that can be filled to its last byte. Needs root; without it the folder is one like any other. */
final class SmallDisk {
    private static final String FILLER = "filler";

    private final Path folder;
    private final boolean own;

    private SmallDisk(Path folder, boolean own) {
        this.folder = folder;
        this.own = own;
    }

    static SmallDisk make(Path folder, String size, boolean own) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (own) {
            Shell.run("mount", "-t", "tmpfs", "-o", "size=" + size, "winslow-faults", folder.toString());
        }
        return new SmallDisk(folder, own);
    }

    /** What somebody has mounted there. */
    static SmallDisk at(Path folder) {
        return new SmallDisk(folder, true);
    }

    /** In one go what is free now, and then what others set free meanwhile. */
    void fill() throws IOException, InterruptedException {
        Path filler = folder.resolve(FILLER);
        long free = Files.getFileStore(folder).getUsableSpace();
        Shell.tries("fallocate", "--length", String.valueOf(free), filler.toString());
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = block.length; size > 0; ) {
                size = write(out, block, size) ? size : size / 2;
            }
        }
    }

    /** False where so much did not fit. */
    private static boolean write(OutputStream out, byte[] block, int size) {
        try {
            out.write(block, 0, size);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(folder.resolve(FILLER));
    }

    void end() throws InterruptedException {
        if (own) {
            Shell.tries("umount", "-l", folder.toString());
        }
    }
}
