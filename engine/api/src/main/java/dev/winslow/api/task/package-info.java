/** Steps that wait for a person. */
@NullMarked
package dev.winslow.api.task;

import org.jspecify.annotations.NullMarked;
