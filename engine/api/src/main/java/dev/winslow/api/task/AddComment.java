package dev.winslow.api.task;

public record AddComment(String text) {}
