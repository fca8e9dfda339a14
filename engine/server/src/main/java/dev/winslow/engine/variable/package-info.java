/** Variables at their levels: for all, of a pipeline, of a project, of a run, of a stage. */
@NullMarked
package dev.winslow.engine.variable;

import org.jspecify.annotations.NullMarked;
