/** Files: the cache, the folders of a stage, and sending what it leaves. */
@NullMarked
package dev.winslow.agent.workspace;

import org.jspecify.annotations.NullMarked;
