/** Search over everything: projects, runs, pipelines, stages, files, tags, nodes, tasks and the pool. */
@NullMarked
package dev.winslow.engine.search;

import org.jspecify.annotations.NullMarked;
