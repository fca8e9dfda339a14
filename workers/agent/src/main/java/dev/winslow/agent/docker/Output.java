package dev.winslow.agent.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.winslow.agent.workspace.AttemptFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends to the attempt's files what they lack. Docker tells a container's output from the beginning and always in the
 * same bytes, so as many of them are passed over as are there already.
 */
final class Output extends ResultCallback.Adapter<Frame> {
    private final Stream out;
    private final Stream err;

    Output(AttemptFolder folder) throws IOException {
        this.out = new Stream(folder.stdout());
        this.err = new Stream(folder.stderr());
    }

    @Override
    public void onNext(Frame frame) {
        try {
            (frame.getStreamType() == StreamType.STDERR ? err : out).take(frame.getPayload());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        out.close();
        err.close();
    }

    private static final class Stream implements Closeable {
        private final OutputStream file;
        private long known;

        Stream(Path path) throws IOException {
            this.file = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            this.known = Files.size(path);
        }

        void take(byte[] bytes) throws IOException {
            int passed = (int) Math.min(known, bytes.length);
            known -= passed;
            file.write(bytes, passed, bytes.length - passed);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
