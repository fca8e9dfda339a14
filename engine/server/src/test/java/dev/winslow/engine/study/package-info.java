@NullMarked
package dev.winslow.engine.study;

import org.jspecify.annotations.NullMarked;
