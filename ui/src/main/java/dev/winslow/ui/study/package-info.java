/** Parameter studies of a project: how they are started, and what came of each combination. */
@NullMarked
package dev.winslow.ui.study;

import org.jspecify.annotations.NullMarked;
