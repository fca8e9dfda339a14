@org.jspecify.annotations.NullMarked
package dev.winslow.engine.sweep;
