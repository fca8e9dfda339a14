@NullMarked
package dev.winslow.engine.flowable;

import org.jspecify.annotations.NullMarked;
