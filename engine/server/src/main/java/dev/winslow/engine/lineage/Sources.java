package dev.winslow.engine.lineage;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Back, to what a file was made from. */
record Sources(LineageRepository repository) implements Walk.Direction {
    @Override
    public List<Edge> attempts(Collection<UUID> files) {
        return repository.makersOf(files);
    }

    @Override
    public List<Edge> files(Collection<UUID> attempts) {
        return repository.inputsOf(attempts);
    }

    @Override
    public List<Edge> same(Collection<UUID> files) {
        return repository.originalsOf(files);
    }

    @Override
    public UUID next(Edge edge) {
        return edge.from();
    }
}
