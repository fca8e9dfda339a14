package dev.winslow.engine.lineage;

import java.util.UUID;

/** Something that came of something else. */
record Edge(UUID from, UUID to) {}
