/** The lineage of files, both ways. */
@NullMarked
package dev.winslow.engine.lineage;

import org.jspecify.annotations.NullMarked;
