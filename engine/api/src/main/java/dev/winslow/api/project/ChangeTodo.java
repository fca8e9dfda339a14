package dev.winslow.api.project;

import java.util.Optional;

/**
 * What of something to do shall change; absent parts stay.
 *
 * @param place where in the list it shall stand, counting from 0
 */
public record ChangeTodo(Optional<String> text, Optional<Boolean> done, Optional<Integer> place) {}
