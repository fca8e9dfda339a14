/** The history of projects: who did what when, and the stream of all that happens. */
@NullMarked
package dev.winslow.engine.history;

import org.jspecify.annotations.NullMarked;
