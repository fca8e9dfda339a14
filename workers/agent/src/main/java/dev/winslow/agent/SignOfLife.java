package dev.winslow.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is touched whenever the server has answered a heartbeat: others see by its age whether this worker is well. */
record SignOfLife(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(SignOfLife.class);

    void give() {
        try {
            Files.write(file, new byte[0]);
        } catch (IOException unwritten) {
            LOG.warn("The sign of life {} cannot be written: {}", file, unwritten.getMessage());
        }
    }
}
