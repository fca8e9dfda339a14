/** What this machine and the stages on it use, measured each second and told with the heartbeat. */
@NullMarked
package dev.winslow.agent.measure;

import org.jspecify.annotations.NullMarked;
