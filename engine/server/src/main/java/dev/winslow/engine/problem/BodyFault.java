package dev.winslow.engine.problem;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Tells in a sentence what of a JSON body cannot be read, with the field as its sender knows it. */
final class BodyFault {
    private BodyFault() {}

    static String of(Throwable cause) {
        return switch (cause) {
            case InvalidFormatException wrong ->
                "The field %s of the body cannot be \"%s\".".formatted(field(wrong), wrong.getValue());
            case DatabindException fault
            when isNull(fault) -> "The field %s of the body is missing or null.".formatted(field(fault));
            case DatabindException fault
            when !fault.getPath().isEmpty() ->
                "The field %s of the body has a value of another kind.".formatted(field(fault));
            case JacksonException fault -> "The body is no JSON: " + fault.getOriginalMessage();
            default -> "The request has no body that can be read.";
        };
    }

    /** A null in a list is found by the record's own constructor. */
    private static boolean isNull(DatabindException fault) {
        return fault.getCause() instanceof NullPointerException
                || fault.getOriginalMessage().startsWith("Null value")
                || fault.getOriginalMessage().startsWith("Cannot map `null`");
    }

    private static String field(DatabindException fault) {
        String path = fault.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "\"(the whole)\"" : "\"" + path.replaceFirst("^\\.", "") + "\"";
    }
}
