/** Files: what projects, steps and the pool hold, and what a stage starts from. */
@NullMarked
package dev.winslow.engine.artifact;

import org.jspecify.annotations.NullMarked;
