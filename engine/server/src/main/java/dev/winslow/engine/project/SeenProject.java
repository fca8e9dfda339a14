package dev.winslow.engine.project;

import dev.winslow.api.access.Right;

/** A project, and what whoever looks at it may do with it. */
record SeenProject(Project project, Right may) {}
