@NullMarked
package dev.winslow.ui.image;

import org.jspecify.annotations.NullMarked;
