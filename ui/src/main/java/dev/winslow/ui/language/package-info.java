/** The languages of the pages: which one a person reads, and the texts in it. Depends on no other feature, so that all can use it. */
@NullMarked
package dev.winslow.ui.language;

import org.jspecify.annotations.NullMarked;
