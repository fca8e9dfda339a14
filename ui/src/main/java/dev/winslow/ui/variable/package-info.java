/** Variables with where their values come from. */
@NullMarked
package dev.winslow.ui.variable;

import org.jspecify.annotations.NullMarked;
