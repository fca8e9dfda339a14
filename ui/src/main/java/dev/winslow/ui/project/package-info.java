/** Projects: the list, a new one, and the page of one. */
@NullMarked
package dev.winslow.ui.project;

import org.jspecify.annotations.NullMarked;
