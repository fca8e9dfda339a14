/** Projects as clients see them. */
@NullMarked
package dev.winslow.api.project;

import org.jspecify.annotations.NullMarked;
