package dev.winslow.agent.docker;

import com.github.dockerjava.api.model.Device;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * AMD's cards as Linux has them. Docker knows no device request for them: a container is given the files by which programs reach them, and the
 * groups that may use these. The cards are counted by their place on the PCI bus, as rocm-smi counts them.
 *
 * @param root of the file system; tests have one of their own
 */
record AmdCards(Path root) {
    static final AmdCards HERE = new AmdCards(Path.of("/"));

    private static final String COMPUTE = "dev/kfd";
    private static final String ALL = "rwm";

    /** What a container gets. */
    record Access(List<Device> devices, List<String> groups) {}

    /** Whether stages use these: where NVIDIA's driver is, its cards are those that the worker offers. */
    boolean inUse() throws IOException {
        return Files.exists(root.resolve(COMPUTE))
                && Files.notExists(root.resolve("proc/driver/nvidia/gpus"))
                && !renderNodes().isEmpty();
    }

    Access of(List<Integer> cards) throws IOException {
        List<String> nodes = renderNodes();
        List<String> given = new ArrayList<>(List.of(COMPUTE));
        for (int card : cards) {
            if (card >= nodes.size()) {
                throw new IOException(
                        "GPU %d is not there any more: this machine has %d of AMD. Start its worker again."
                                .formatted(card, nodes.size()));
            }
            given.add("dev/dri/" + nodes.get(card));
        }
        TreeSet<String> groups = new TreeSet<>();
        for (String file : given) {
            groups.add(Files.getAttribute(root.resolve(file), "unix:gid").toString());
        }
        return new Access(
                given.stream()
                        .map(file ->
                                new Device(ALL, "/" + file, root.resolve(file).toString()))
                        .toList(),
                List.copyOf(groups));
    }

    private List<String> renderNodes() throws IOException {
        Path all = root.resolve("sys/class/drm");
        if (Files.notExists(all)) {
            return List.of();
        }
        record Card(String bus, String node) {}
        List<Card> cards = new ArrayList<>();
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(all, "renderD*")) {
            for (Path node : nodes) {
                Path device = node.resolve("device");
                Path driver = device.resolve("driver");
                if (Files.exists(driver) && driver.toRealPath().endsWith("amdgpu")) {
                    cards.add(new Card(
                            device.toRealPath().getFileName().toString(),
                            node.getFileName().toString()));
                }
            }
        }
        return cards.stream()
                .sorted(Comparator.comparing(Card::bus))
                .map(Card::node)
                .toList();
    }

    /** By these a program sees what its container has, counted from 0. */
    static Stream<String> variables() {
        return Stream.of("ROCR_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES");
    }
}
