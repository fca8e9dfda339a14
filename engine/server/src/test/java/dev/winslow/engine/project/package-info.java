@NullMarked
package dev.winslow.engine.project;

import org.jspecify.annotations.NullMarked;
