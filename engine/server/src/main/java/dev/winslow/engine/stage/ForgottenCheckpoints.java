package dev.winslow.engine.stage;

import dev.winslow.engine.flowable.ProcessKernel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checkpoints from which nobody will go on. */
@Service
public class ForgottenCheckpoints {
    private final CheckpointRepository repository;
    private final Checkpoints checkpoints;
    private final ProcessKernel kernel;

    ForgottenCheckpoints(CheckpointRepository repository, Checkpoints checkpoints, ProcessKernel kernel) {
        this.repository = repository;
        this.checkpoints = checkpoints;
        this.kernel = kernel;
    }

    /** Of a project. The checkpoints are listed before it is asked which jobs there are. */
    @Transactional
    public void drop(UUID projectId) {
        List<String> jobs = repository.jobsOfProject(projectId);
        Set<String> present = kernel.present(jobs);
        checkpoints.drop(jobs.stream().filter(job -> !present.contains(job)).toList());
    }
}
