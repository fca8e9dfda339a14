/** One action for many projects. */
@NullMarked
package dev.winslow.engine.bulk;

import org.jspecify.annotations.NullMarked;
