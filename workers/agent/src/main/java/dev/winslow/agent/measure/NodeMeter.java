package dev.winslow.agent.measure;

import dev.winslow.api.node.GpuLoad;
import dev.winslow.api.node.NodeLoad;
import dev.winslow.api.node.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/** How busy this machine is between two looks. */
final class NodeMeter {
    private final CentralProcessor processor;
    private final GlobalMemory memory;
    private final List<NetworkIF> networks;
    private final DiskTraffic disks = new DiskTraffic();
    private long[] ticks;
    private Traffic networkBefore;
    private Traffic diskBefore;
    private Instant before;

    NodeMeter(Instant now) throws IOException {
        HardwareAbstractionLayer hardware = new SystemInfo().getHardware();
        processor = hardware.getProcessor();
        memory = hardware.getMemory();
        networks = hardware.getNetworkIFs();
        ticks = processor.getSystemCpuLoadTicks();
        networkBefore = network();
        diskBefore = disks.total();
        before = now;
    }

    NodeLoad look(List<GpuLoad> gpus, Instant now) throws IOException {
        double cpu = processor.getSystemCpuLoadBetweenTicks(ticks);
        ticks = processor.getSystemCpuLoadTicks();
        Traffic network = network();
        Traffic disk = disks.total();
        double seconds = Math.max(Duration.between(before, now).toNanos() / 1e9, 0.001);
        NodeLoad load = new NodeLoad(
                now.truncatedTo(ChronoUnit.SECONDS),
                Double.isFinite(cpu) ? cpu : 0,
                memory.getTotal() - memory.getAvailable(),
                rate(networkBefore, network, seconds),
                rate(diskBefore, disk, seconds),
                gpus);
        networkBefore = network;
        diskBefore = disk;
        before = now;
        return load;
    }

    /** Counters begin anew where an interface goes and comes. */
    private static Traffic rate(Traffic then, Traffic now, double seconds) {
        return new Traffic((long) (Math.max(0, now.in() - then.in()) / seconds), (long)
                (Math.max(0, now.out() - then.out()) / seconds));
    }

    private Traffic network() {
        long in = 0;
        long out = 0;
        for (NetworkIF network : networks) {
            network.updateAttributes();
            in += network.getBytesRecv();
            out += network.getBytesSent();
        }
        return new Traffic(in, out);
    }
}
