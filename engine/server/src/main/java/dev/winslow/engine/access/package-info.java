/** Who may see and change which project: owners, people and groups in its list, and everybody. */
@NullMarked
package dev.winslow.engine.access;

import org.jspecify.annotations.NullMarked;
