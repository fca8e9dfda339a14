package dev.winslow.engine.log;

import dev.winslow.api.log.LogLine;
import dev.winslow.engine.log.ArchiveRepository.Block;
import dev.winslow.minio.ArtifactStore;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Packs the lines of one log into objects of some megabytes, so that a log of any length takes no more memory than that. */
final class ArchiveWriter {
    private static final int OBJECT_BYTES = 8 << 20;
    private static final int LINES_AT_ONCE = 4000;

    private final ArtifactStore store;
    private final ArchiveRepository.Place place;
    private final Runnable sent;
    private final List<LogLine> lines = new ArrayList<>();
    private final ByteArrayOutputStream object = new ByteArrayOutputStream();
    private final List<Block> open = new ArrayList<>();
    private final List<Block> done = new ArrayList<>();

    /** Tells after each object that it is on its way. */
    ArchiveWriter(ArtifactStore store, ArchiveRepository.Place place, Runnable sent) {
        this.store = store;
        this.place = place;
        this.sent = sent;
    }

    boolean add(LogLine line) {
        lines.add(line);
        if (lines.size() >= LINES_AT_ONCE) {
            pack();
        }
        return true;
    }

    /** The blocks of all lines, when their objects lie in the store. */
    List<Block> finish() {
        pack();
        send();
        return List.copyOf(done);
    }

    private void pack() {
        for (LogChunk chunk : LogChunk.of(lines)) {
            byte[] bytes = LogBlock.compress(chunk.lines());
            open.add(new Block(
                    chunk.firstNumber(), chunk.lines().size(), place.bucket(), "", object.size(), bytes.length));
            object.writeBytes(bytes);
            if (object.size() >= OBJECT_BYTES) {
                send();
            }
        }
        lines.clear();
    }

    /** The same lines lie under the same key however often this is repeated. */
    private void send() {
        if (open.isEmpty()) {
            return;
        }
        String key = place.key(open.getFirst().first(), open.getLast().end());
        store.put(place.bucket(), key, object.toByteArray(), "application/gzip");
        open.forEach(block ->
                done.add(new Block(block.first(), block.count(), block.bucket(), key, block.offset(), block.length())));
        open.clear();
        object.reset();
        sent.run();
    }
}
