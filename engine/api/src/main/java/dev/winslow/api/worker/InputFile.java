package dev.winslow.api.worker;

import dev.winslow.api.artifact.Area;
import java.net.URI;

/** A file to lay out for a stage, with a signed address to read it from. Area is INPUT, WORKSPACE or (what earlier stages left for people) OUTPUT. */
public record InputFile(Area area, String path, long size, String sha256, URI url) {}
