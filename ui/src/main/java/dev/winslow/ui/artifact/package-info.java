/** Files in the page: sending, looking, saving. */
@NullMarked
package dev.winslow.ui.artifact;

import org.jspecify.annotations.NullMarked;
