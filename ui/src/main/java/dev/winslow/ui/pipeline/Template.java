package dev.winslow.ui.pipeline;

import static dev.winslow.ui.language.Texts.later;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a new pipeline can begin with. */
record Template(String name, String words, String about) {
    static final List<Template> ALL = List.of(
            new Template(
                    "one-stage", later("One stage"), later("A program that works on the video and leaves results.")),
            new Template(
                    "reviewed",
                    later("A stage that a person judges"),
                    later("A stage, then a person who approves its results or has it run again with other settings.")),
            new Template(
                    "side-by-side",
                    later("Stages side by side"),
                    later("A stage, then two that run at the same time, then one that brings both together.")));

    String xml() {
        try (InputStream in = Optional.ofNullable(
                        Template.class.getResourceAsStream("/winslow/templates/" + name + ".bpmn"))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + name + " cannot be read", e);
        }
    }

    static Optional<Template> find(String name) {
        return ALL.stream().filter(template -> template.name().equals(name)).findFirst();
    }
}
