package dev.winslow.agent.measure;

import dev.winslow.api.node.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.hardware.HWDiskStore;

/** What all disks have read and written since the machine started. Linux is asked itself: OSHI would need libudev, which small images lack. */
final class DiskTraffic {
    private static final Path STATISTICS = Path.of("/proc/diskstats");
    private static final Path DEVICES = Path.of("/sys/block");
    private static final long SECTOR = 512;
    private static final int NAME = 2;
    private static final int SECTORS_READ = 5;
    private static final int SECTORS_WRITTEN = 9;

    private final boolean linux = Files.isReadable(STATISTICS) && Files.isDirectory(DEVICES);
    private final List<HWDiskStore> others =
            linux ? List.of() : new SystemInfo().getHardware().getDiskStores();

    Traffic total() throws IOException {
        return linux ? sum(Files.readString(STATISTICS), disks()) : sum(others);
    }

    /** Without those that lie on others, whose bytes would count twice. */
    private static Set<String> disks() throws IOException {
        try (Stream<Path> devices = Files.list(DEVICES)) {
            return devices.map(device -> String.valueOf(device.getFileName()))
                    .filter(name -> !name.matches("(loop|ram|zram|dm-|md).*"))
                    .collect(Collectors.toSet());
        }
    }

    static Traffic sum(String statistics, Set<String> disks) {
        List<String[]> rows = statistics
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > SECTORS_WRITTEN && disks.contains(fields[NAME]))
                .toList();
        return new Traffic(bytes(rows, SECTORS_READ), bytes(rows, SECTORS_WRITTEN));
    }

    private static long bytes(List<String[]> rows, int field) {
        return rows.stream().mapToLong(row -> Long.parseLong(row[field])).sum() * SECTOR;
    }

    private static Traffic sum(List<HWDiskStore> stores) {
        stores.forEach(HWDiskStore::updateAttributes);
        return new Traffic(
                stores.stream().mapToLong(HWDiskStore::getReadBytes).sum(),
                stores.stream().mapToLong(HWDiskStore::getWriteBytes).sum());
    }
}
