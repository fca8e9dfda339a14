/** Models, with one that the tests make themselves. */
@NullMarked
package dev.winslow.tracker.detect.model;

import org.jspecify.annotations.NullMarked;
