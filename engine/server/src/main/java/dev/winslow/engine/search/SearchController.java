package dev.winslow.engine.search;

import dev.winslow.api.Paths;
import dev.winslow.api.search.SearchHit;
import dev.winslow.engine.access.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private final SearchService search;

    SearchController(SearchService search) {
        this.search = search;
    }

    @Operation(
            summary =
                    "Finds projects, runs, pipelines, stages, files, tags, nodes, tasks and pool files by all words of q.")
    @GetMapping(Paths.SEARCH)
    List<SearchHit> search(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return search.search(q, Math.clamp(limit, 1, 100), Viewer.current());
    }
}
