/** What a stage writes: numbered, kept on disk, watched for patterns. */
@NullMarked
package dev.winslow.agent.log;

import org.jspecify.annotations.NullMarked;
