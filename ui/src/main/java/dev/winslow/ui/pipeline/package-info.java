/** Pipelines: the list, the page of one, two versions beside each other, and taking one in. */
@NullMarked
package dev.winslow.ui.pipeline;

import org.jspecify.annotations.NullMarked;
