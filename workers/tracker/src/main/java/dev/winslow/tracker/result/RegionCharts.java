package dev.winslow.tracker.result;

import dev.winslow.tracker.count.Region;
import dev.winslow.tracker.count.Stays;
import dev.winslow.tracker.file.Csv;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Who came into regions, went, and stayed how long. */
final class RegionCharts {
    private RegionCharts() {}

    static void write(PlacePicture place, List<Stays> regions, Path folder) {
        Svg svg = place.svg();
        for (int i = 0; i < regions.size(); i++) {
            Stays stays = regions.get(i);
            Region region = stays.region();
            svg.add(
                    "<polygon points='%s' fill='%s' fill-opacity='0.35' stroke='%2$s' stroke-width='%.1f'/>",
                    PlacePicture.points(region.corners()), Palette.hex(i + 1), 2 * place.stroke());
            double[] middle = region.middle();
            svg.label(middle[0], middle[1] - place.letters() * 0.3, place.letters(), region.name());
            svg.label(middle[0], middle[1] + place.letters() * 0.9, place.letters() * 3 / 4, told(stays));
        }
        svg.write(folder.resolve("regions.svg"));
        Csv.write(
                folder.resolve("regions.csv"),
                "region,vehicles,entries,exits,mean_dwell_s,longest_dwell_s,vehicle_seconds",
                regions.stream().map(RegionCharts::row));
    }

    private static String told(Stays stays) {
        String dwell = stays.meanSeconds().isPresent() ? ", " + seconds(stays.meanSeconds()) + " s each" : "";
        return stays.entries() + " in, " + stays.exits() + " out" + dwell;
    }

    private static String row(Stays stays) {
        return Csv.row(
                "%s,%d,%d,%d,%s,%s,%.2f",
                stays.region().name(),
                stays.vehicles(),
                stays.entries(),
                stays.exits(),
                seconds(stays.meanSeconds()),
                seconds(stays.longestSeconds()),
                stays.vehicleSeconds());
    }

    private static String seconds(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
    }
}
