package dev.winslow.api.project;

/** Something new to do, at the end of the list. */
public record AddTodo(String text) {}
