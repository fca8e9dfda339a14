package dev.winslow.ui.pool;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.PoolUser;
import java.time.Instant;
import java.util.List;

/** A line of the pool's table: its name there, its size in bytes, and when it came. */
sealed interface PoolRow {
    String name();

    long size();

    Instant added();

    /**
     * A folder, with all that lies in it and below.
     *
     * @param path from the top of the pool
     * @param added when the newest of its files came
     */
    record Folder(String path, String name, long size, Instant added) implements PoolRow {}

    /**
     * A file, with those who have it.
     *
     * @param name as seen from the folder that is looked into
     */
    record Film(String name, FileView file, List<PoolUser> users) implements PoolRow {
        @Override
        public long size() {
            return file.size();
        }

        @Override
        public Instant added() {
            return file.createdAt();
        }
    }
}
