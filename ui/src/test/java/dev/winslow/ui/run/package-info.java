@NullMarked
package dev.winslow.ui.run;

import org.jspecify.annotations.NullMarked;
