/** Triggers: what starts runs without a person, and what came of it each time. */
@NullMarked
package dev.winslow.engine.trigger;

import org.jspecify.annotations.NullMarked;
