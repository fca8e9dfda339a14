package dev.winslow.api.task;

import java.util.Optional;

/** @param to who does it from now on; absent to leave it to anybody */
public record AssignTask(Optional<String> to) {}
