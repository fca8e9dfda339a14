package dev.winslow.engine.sweep;

import dev.winslow.minio.ArtifactStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Removes the files of answers that were not taken: somebody else had answered, or the server died in between.
 *
 * <p>Why it takes nothing that somebody could still name: an answer's file gets its name in the request that stores it, and only there. Its key
 * tells when that was; it is older than the grace, and no such request lives for hours. Names are read after the objects were listed.
 */
@Component
class AnswerLeftOvers implements BucketDuty {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String ANSWER = "answer-";

    private final SweepRepository repository;
    private final Unnamed unnamed;
    private final ArtifactStore store;

    AnswerLeftOvers(SweepRepository repository, Unnamed unnamed, ArtifactStore store) {
        this.repository = repository;
        this.unnamed = unnamed;
        this.store = store;
    }

    @Override
    public Swept sweep(Place place, SweepSettings.Limits limits) {
        if (place.projectId().isEmpty()) {
            return Swept.NOTHING;
        }
        Swept swept = Swept.NOTHING;
        UUID projectId = place.projectId().get();
        List<SweepRepository.UnsweptRun> page = repository.unsweptRuns(projectId, limits.grace(), FIRST);
        while (!page.isEmpty()) {
            for (SweepRepository.UnsweptRun run : page) {
                swept = swept.plus(sweep(place.bucket(), run, limits));
            }
            page = repository.unsweptRuns(
                    projectId, limits.grace(), page.getLast().id());
        }
        return swept;
    }

    private Swept sweep(String bucket, SweepRepository.UnsweptRun run, SweepSettings.Limits limits) {
        Swept swept = Swept.NOTHING;
        for (String step : folders(bucket, "runs/" + run.id() + "/")) {
            for (String answer : folders(bucket, step)) {
                String name = KeyAge.lastOf(answer);
                if (name.startsWith(ANSWER) && KeyAge.isBefore(name.substring(ANSWER.length()), limits.grace())) {
                    swept = swept.plus(unnamed.removeBelow(bucket, answer, limits.grace()));
                }
            }
        }
        if (run.ended() && swept.tooYoung() == 0) {
            repository.markRun(run.id());
        }
        return swept;
    }

    private List<String> folders(String bucket, String prefix) {
        List<String> folders = new ArrayList<>();
        store.forEachPage(bucket, prefix, page -> folders.addAll(page.folders()));
        return folders;
    }
}
