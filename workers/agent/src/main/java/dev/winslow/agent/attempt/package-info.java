/** The life of one attempt on this machine, from its folders to its outcome. */
@NullMarked
package dev.winslow.agent.attempt;

import org.jspecify.annotations.NullMarked;
