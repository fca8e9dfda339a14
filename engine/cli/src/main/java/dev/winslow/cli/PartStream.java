package dev.winslow.cli;

import dev.winslow.api.artifact.UploadPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** The bytes of a part of a file, which tells how many of them were read. */
final class PartStream extends InputStream {
    private final FileChannel file;
    private final UploadPart part;
    private final LongConsumer read;
    private long done;

    PartStream(Path file, UploadPart part, LongConsumer read) throws IOException {
        this.file = FileChannel.open(file);
        this.part = part;
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int most = (int) Math.min(length, part.size() - done);
        if (most <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = file.read(ByteBuffer.wrap(bytes, offset, most), part.offset() + done);
        if (count > 0) {
            done += count;
            read.accept(done);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
