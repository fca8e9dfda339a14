/** A run on its pipeline's diagram, its steps and its attempts. */
@NullMarked
package dev.winslow.ui.run;

import org.jspecify.annotations.NullMarked;
