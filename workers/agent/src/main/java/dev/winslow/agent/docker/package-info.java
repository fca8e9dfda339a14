/** Stages in Docker containers. Nothing outside of this package sees docker-java. */
@NullMarked
package dev.winslow.agent.docker;

import org.jspecify.annotations.NullMarked;
