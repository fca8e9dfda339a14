/** Triggers: what starts runs without a person. */
@NullMarked
package dev.winslow.api.trigger;

import org.jspecify.annotations.NullMarked;
