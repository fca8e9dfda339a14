/** Who may see the pages. */
@NullMarked
package dev.winslow.ui.security;

import org.jspecify.annotations.NullMarked;
