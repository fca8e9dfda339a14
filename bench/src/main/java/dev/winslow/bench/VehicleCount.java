package dev.winslow.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many vehicles a table of trajectories has: all, and those that appear after the first second and so have entered the picture. */
record VehicleCount(int all, int later) {
    static VehicleCount of(List<String> table) {
        List<String> header = List.of(table.getFirst().split(",", -1));
        int id = header.indexOf("track_id");
        int time = header.indexOf("time_s");
        Map<String, Double> first = new HashMap<>();
        for (String line : table.subList(1, table.size())) {
            String[] cells = line.split(",", -1);
            first.merge(cells[id], Double.parseDouble(cells[time]), Math::min);
        }
        return new VehicleCount(first.size(), (int)
                first.values().stream().filter(seconds -> seconds > 1).count());
    }
}
