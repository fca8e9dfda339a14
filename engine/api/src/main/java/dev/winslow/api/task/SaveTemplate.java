package dev.winslow.api.task;

public record SaveTemplate(String content) {}
