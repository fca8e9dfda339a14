/** Tests of what is drawn of a lineage. */
@NullMarked
package dev.winslow.ui.lineage;

import org.jspecify.annotations.NullMarked;
