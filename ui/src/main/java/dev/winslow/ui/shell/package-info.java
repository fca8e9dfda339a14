/** What all pages share: the frame around them, the ways between them, and how they keep up with what happens. */
@NullMarked
package dev.winslow.ui.shell;

import org.jspecify.annotations.NullMarked;
