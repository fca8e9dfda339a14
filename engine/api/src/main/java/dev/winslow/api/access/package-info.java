/** Who may see and change which project, and groups of people. */
@NullMarked
package dev.winslow.api.access;

import org.jspecify.annotations.NullMarked;
