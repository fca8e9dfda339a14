@NullMarked
package dev.winslow.engine.run;

import org.jspecify.annotations.NullMarked;
