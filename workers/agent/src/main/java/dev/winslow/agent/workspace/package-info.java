/** The folders of an attempt: what a stage finds when it starts and what it leaves. */
@NullMarked
package dev.winslow.agent.workspace;

import org.jspecify.annotations.NullMarked;
