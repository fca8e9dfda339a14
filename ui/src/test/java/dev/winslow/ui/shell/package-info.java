@NullMarked
package dev.winslow.ui.shell;

import org.jspecify.annotations.NullMarked;
