package dev.winslow.engine.lineage;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** On, to what was made from a file. */
record Descendants(LineageRepository repository) implements Walk.Direction {
    @Override
    public List<Edge> attempts(Collection<UUID> files) {
        return repository.readersOf(files);
    }

    @Override
    public List<Edge> files(Collection<UUID> attempts) {
        return repository.madeBy(attempts);
    }

    @Override
    public List<Edge> same(Collection<UUID> files) {
        return repository.copiesOf(files);
    }

    @Override
    public UUID next(Edge edge) {
        return edge.to();
    }
}
