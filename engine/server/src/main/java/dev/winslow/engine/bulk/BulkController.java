package dev.winslow.engine.bulk;

import dev.winslow.api.Paths;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.api.project.BulkAction;
import dev.winslow.api.project.BulkRequest;
import dev.winslow.api.project.BulkResult;
import dev.winslow.engine.access.Viewer;
import dev.winslow.engine.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Always answers 200 with what became of each project, in the order of the request. */
@RestController
class BulkController {
    private static final int MOST = 1000;
    private static final Set<BulkAction> WITH_TAGS = Set.of(BulkAction.TAG, BulkAction.UNTAG);

    private final Bulk bulk;

    BulkController(Bulk bulk) {
        this.bulk = bulk;
    }

    @PostMapping(Paths.PROJECTS + "/bulk")
    List<BulkResult> bulk(@RequestBody BulkRequest request) {
        check(request);
        Viewer viewer = Viewer.current();
        return request.ids().stream()
                .distinct()
                .map(project -> bulk.act(project, request, viewer))
                .toList();
    }

    private static void check(BulkRequest request) {
        if (request.ids().size() > MOST) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Expected at most %d projects at once, but got %d."
                            .formatted(MOST, request.ids().size()),
                    "Send them in several requests.");
        }
        if (WITH_TAGS.contains(request.action()) && request.tags().isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID, "There is no tag to add or to take away.", "Name at least one tag.");
        }
    }
}
