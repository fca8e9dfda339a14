/** Runs and the state of their stages and user tasks. */
@NullMarked
package dev.winslow.api.run;

import org.jspecify.annotations.NullMarked;
