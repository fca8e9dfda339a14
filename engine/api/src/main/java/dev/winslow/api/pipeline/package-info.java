/** Pipelines as clients see them. */
@NullMarked
package dev.winslow.api.pipeline;

import org.jspecify.annotations.NullMarked;
