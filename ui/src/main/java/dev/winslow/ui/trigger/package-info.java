/** What starts runs without a person: at times, by a call, and when a film arrives. */
@NullMarked
package dev.winslow.ui.trigger;

import org.jspecify.annotations.NullMarked;
