package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts files together into archives. */
@Component
public class Archives {
    private final FileService files;

    Archives(FileService files) {
        this.files = files;
    }

    /** Of one area: names in the archive are paths. */
    public Archive of(List<FileView> found, Optional<String> under) {
        return of(found, under, FileView::path);
    }

    /** Of several areas, which may have files of the same path: each area is a folder of the archive. */
    public Archive byArea(List<FileView> found, Optional<String> under) {
        return of(found, under, file -> file.area().name().toLowerCase(Locale.ROOT) + "/" + file.path());
    }

    private Archive of(List<FileView> found, Optional<String> under, Function<FileView, String> name) {
        String folder = under.map(Archives::folder).orElse("");
        List<FileView> chosen =
                found.stream().filter(file -> file.path().startsWith(folder)).toList();
        if (chosen.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    folder.isEmpty() ? "There are no files here." : "There are no files under " + folder + " here.",
                    "List the files to see what there is; they may have been cleaned up.");
        }
        Map<String, FileView> entries = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        chosen.forEach(file -> entries.put(free(taken, safe(name.apply(file))), file));
        return new Archive(entries, files::read);
    }

    private static String folder(String under) {
        String inside = under.replaceAll("^/+|/+$", "");
        return inside.isEmpty() ? "" : inside + "/";
    }

    /** A name that leads nowhere else, whatever a node said of what its stage left. */
    static String safe(String path) {
        return Arrays.stream(path.replaceAll("[\\\\\\p{Cntrl}]", "_").split("/"))
                .map(part -> part.isBlank() || part.equals(".") || part.equals("..") ? "_" : part)
                .collect(Collectors.joining("/"));
    }

    /** Also where upper and lower case are one, as on many a disk on which the archive is unpacked. */
    static String free(Set<String> taken, String name) {
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + "-" + number;
        }
        return free;
    }
}
