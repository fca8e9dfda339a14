package dev.winslow.api.notify;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;

/** Who is told, and how. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Receiver.Webhook.class, name = "webhook"),
    @JsonSubTypes.Type(value = Receiver.Email.class, name = "email")
})
public sealed interface Receiver {

    /** A program, which gets a {@link Notification} by POST for each event, signed as Standard Webhooks says. */
    record Webhook(URI address) implements Receiver {}

    /** A person's mail box. What happens at about the same time comes in one mail. */
    record Email(String address) implements Receiver {}
}
