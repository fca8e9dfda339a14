package dev.winslow.api.artifact;

/** @param path the name that a file of the pool gets, with its folder */
public record MoveFile(String path) {}
