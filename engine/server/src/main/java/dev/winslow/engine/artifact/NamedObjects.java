package dev.winslow.engine.artifact;

import java.util.Collection;
import java.util.Set;

/**
 * The objects that a feature keeps in the buckets of projects. Each feature whose rows name objects implements it: what none of them names is
 * swept. A feature writes the object first and its row within the grace of the sweep.
 */
public interface NamedObjects {
    /** Those of these keys of a bucket that a row of this feature names. */
    Set<String> named(String bucket, Collection<String> keys);
}
