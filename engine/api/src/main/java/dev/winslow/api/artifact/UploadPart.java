package dev.winslow.api.artifact;

import java.net.URI;

/** A part to send by PUT to a signed address: bytes [offset, offset + size). Numbers count from 1. */
public record UploadPart(int number, long offset, long size, URI url) {}
