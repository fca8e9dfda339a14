/** What happened in a project, as clients see it. */
@NullMarked
package dev.winslow.api.history;

import org.jspecify.annotations.NullMarked;
