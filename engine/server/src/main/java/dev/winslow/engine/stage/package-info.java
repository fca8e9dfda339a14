/** Attempts at stages: dispatch, leases, outcomes. */
@NullMarked
package dev.winslow.engine.stage;

import org.jspecify.annotations.NullMarked;
