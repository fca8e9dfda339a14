package dev.winslow.agent.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system that looks as that of a machine with AMD's cards. */
record AmdMachine(Path root) {
    AmdMachine card(String bus, String node, String driver) throws IOException {
        Path device = Files.createDirectories(root.resolve("sys/devices").resolve(bus));
        Path drivers =
                Files.createDirectories(root.resolve("sys/bus/pci/drivers").resolve(driver));
        Files.createSymbolicLink(device.resolve("driver"), drivers);
        Path drm = Files.createDirectories(root.resolve("sys/class/drm").resolve(node));
        Files.createSymbolicLink(drm.resolve("device"), device);
        return this;
    }

    AmdMachine file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        return this;
    }
}
