@NullMarked
package dev.winslow.agent.measure;

import org.jspecify.annotations.NullMarked;
