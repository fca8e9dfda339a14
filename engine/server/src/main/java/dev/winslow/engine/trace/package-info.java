/** Traces of runs, made from what the database has when things end, and sent by OpenTelemetry. */
@NullMarked
package dev.winslow.engine.trace;

import org.jspecify.annotations.NullMarked;
