package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.t;

import dev.winslow.api.artifact.Area;
import dev.winslow.api.artifact.FileView;
import dev.winslow.api.project.ProjectView;
import dev.winslow.api.run.StartRun;
import dev.winslow.engine.artifact.FileService;
import dev.winslow.engine.project.ProjectDeletion;
import dev.winslow.engine.project.ProjectService;
import dev.winslow.engine.run.RunService;
import dev.winslow.engine.trial.Trials;
import dev.winslow.ui.artifact.FileKind;
import dev.winslow.ui.artifact.VideoUpload;
import dev.winslow.ui.security.Person;
import dev.winslow.ui.shell.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All that the modeller asks of the server to try a draft. */
@Component
class TrialDesk {
    private final Trials trials;
    private final ProjectService projects;
    private final ProjectDeletion deletion;
    private final RunService runs;
    private final FileService files;
    private final JsonMapper json;

    TrialDesk(
            Trials trials,
            ProjectService projects,
            ProjectDeletion deletion,
            RunService runs,
            FileService files,
            JsonMapper json) {
        this.trials = trials;
        this.projects = projects;
        this.deletion = deletion;
        this.runs = runs;
        this.files = files;
        this.json = json;
    }

    /** On what a draft can be tried. */
    sealed interface Sample {
        String words();

        /** The trial has it from an earlier time. */
        record Own(FileView file) implements Sample {
            @Override
            public String words() {
                return t("{0} ({1}), as before", file.path(), Words.size(file.size()));
            }
        }

        record Pooled(FileView file) implements Sample {
            @Override
            public String words() {
                return t("{0} ({1}), from the pool", file.path(), Words.size(file.size()));
            }
        }

        /** From the person's own machine. */
        record Sent() implements Sample {
            @Override
            public String words() {
                return t("A video from here");
            }
        }

        record None() implements Sample {
            @Override
            public String words() {
                return t("None: the pipeline needs no video");
            }
        }
    }

    Optional<ProjectView> trialOf(String pipelineKey) {
        return trials.projectOf(pipelineKey, Person.viewer().name()).flatMap(id -> projects.find(id, Person.viewer()));
    }

    /** What it was tried on before comes first, then the smallest film of the pool. */
    List<Sample> samples(String pipelineKey) {
        List<FileView> own = trialOf(pipelineKey)
                .map(trial -> files.files(trial.id(), Optional.empty(), Area.INPUT))
                .orElse(List.of());
        Set<String> known = own.stream().map(FileView::path).collect(Collectors.toSet());
        return Stream.of(
                        films(own).map(Sample.Own::new),
                        films(files.pool())
                                .filter(file -> !known.contains(file.path()))
                                .map(Sample.Pooled::new),
                        Stream.of(new Sample.Sent(), new Sample.None()))
                .<Sample>flatMap(stream -> stream)
                .toList();
    }

    private static Stream<FileView> films(List<FileView> files) {
        return files.stream().filter(FileKind::isFilm).sorted(Comparator.comparingLong(FileView::size));
    }

    VideoUpload upload() {
        return new VideoUpload(files, json);
    }

    Trials.Prepared prepare(String xml) {
        return trials.prepare(xml, Person.viewer().name());
    }

    void run(UUID project, Sample sample) {
        runs.start(
                project,
                StartRun.with(video(project, sample)
                        .map(path -> Map.of("VIDEO", path))
                        .orElse(Map.of())));
    }

    private Optional<String> video(UUID project, Sample sample) {
        return switch (sample) {
            case Sample.Own(var file) -> Optional.of(file.path());
            case Sample.Pooled(var file) ->
                Optional.of(files.linkFromPool(project, file.id()).path());
            case Sample.Sent(), Sample.None() -> Optional.empty();
        };
    }

    void throwAway(UUID project) {
        deletion.delete(project);
    }
}
