package dev.winslow.ui.pool;

import dev.winslow.api.artifact.FileView;
import dev.winslow.api.artifact.PoolUser;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder of the pool. There are as many as the names of its files tell of.
 *
 * @param path from the top of the pool, which is the empty one
 */
record PoolFolder(String path) {
    static final PoolFolder TOP = new PoolFolder("");

    PoolFolder {
        path = path.replaceAll("^/+|/+$", "");
    }

    /** As people type it: the blanks around it are none of its name, which names of files may well have. */
    static PoolFolder typed(String words) {
        return new PoolFolder(words.strip());
    }

    static PoolFolder of(FileView file) {
        return new PoolFolder(file.path().substring(0, Math.max(0, file.path().lastIndexOf('/'))));
    }

    static String name(FileView file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /** The paths of all folders, those of which only others lie in included. */
    static List<String> all(Collection<FileView> files) {
        return List.copyOf(files.stream()
                .flatMap(file -> of(file).wayDown().map(PoolFolder::path))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** From the first folder below the top to this one. */
    Stream<PoolFolder> wayDown() {
        String[] names = path.split("/", -1);
        return path.isEmpty()
                ? Stream.empty()
                : IntStream.rangeClosed(1, names.length)
                        .mapToObj(depth -> new PoolFolder(String.join("/", Arrays.copyOf(names, depth))));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Those of these files that lie in it or below. */
    List<FileView> below(Collection<FileView> files) {
        return files.stream().filter(file -> file.path().startsWith(inside())).toList();
    }

    /**
     * The folders in it, then the files in it; where something is searched for, the files in it and below that have it in their names.
     *
     * @param wanted empty for all
     */
    List<PoolRow> rows(Collection<FileView> files, Map<UUID, List<PoolUser>> users, String wanted) {
        List<PoolRow.Film> films = below(files).stream()
                .map(file -> new PoolRow.Film(
                        file.path().substring(inside().length()), file, users.getOrDefault(file.id(), List.of())))
                .sorted(Comparator.comparing(PoolRow.Film::name))
                .toList();
        String part = wanted.strip().toLowerCase(Locale.ROOT);
        return part.isEmpty()
                ? Stream.<PoolRow>concat(folders(films), films.stream().filter(film -> !isDeeper(film)))
                        .toList()
                : List.copyOf(films.stream()
                        .filter(film -> film.name().toLowerCase(Locale.ROOT).contains(part))
                        .toList());
    }

    private static boolean isDeeper(PoolRow.Film film) {
        return film.name().contains("/");
    }

    private Stream<PoolRow.Folder> folders(List<PoolRow.Film> films) {
        return films.stream()
                .filter(PoolFolder::isDeeper)
                .collect(Collectors.groupingBy(
                        film -> film.name().substring(0, film.name().indexOf('/')), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(folder -> new PoolRow.Folder(
                        inside() + folder.getKey(),
                        folder.getKey(),
                        folder.getValue().stream().mapToLong(PoolRow::size).sum(),
                        folder.getValue().stream()
                                .map(PoolRow::added)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()));
    }

    private String inside() {
        return path.isEmpty() ? "" : path + "/";
    }
}
