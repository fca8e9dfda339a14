/** Where files come from, and what was made from them. */
@NullMarked
package dev.winslow.api.lineage;

import org.jspecify.annotations.NullMarked;
