/** Drafts of pipelines, tried on a sample. */
@NullMarked
package dev.winslow.engine.trial;

import org.jspecify.annotations.NullMarked;
