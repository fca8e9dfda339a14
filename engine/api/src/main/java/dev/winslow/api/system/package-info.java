/** How the system itself is. */
@NullMarked
package dev.winslow.api.system;

import org.jspecify.annotations.NullMarked;
