@NullMarked
package dev.winslow.ui.language;

import org.jspecify.annotations.NullMarked;
