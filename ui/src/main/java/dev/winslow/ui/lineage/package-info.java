/** Where files come from, and what was made from them. */
@NullMarked
package dev.winslow.ui.lineage;

import org.jspecify.annotations.NullMarked;
