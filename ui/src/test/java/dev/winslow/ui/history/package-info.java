@NullMarked
package dev.winslow.ui.history;

import org.jspecify.annotations.NullMarked;
