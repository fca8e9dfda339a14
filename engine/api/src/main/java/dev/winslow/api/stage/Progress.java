package dev.winslow.api.stage;

/** How far one subject of a stage has come, as its log says; percent from 0 to 100. */
public record Progress(String subject, double percent) {}
