/** Variables of stages, and where their values come from. */
@NullMarked
package dev.winslow.api.variable;

import org.jspecify.annotations.NullMarked;
