@NullMarked
package dev.winslow.ui.node;

import org.jspecify.annotations.NullMarked;
