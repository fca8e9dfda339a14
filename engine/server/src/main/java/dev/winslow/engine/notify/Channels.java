package dev.winslow.engine.notify;

import dev.winslow.api.history.EventView;
import dev.winslow.api.notify.Notification;
import dev.winslow.api.notify.Receiver;
import dev.winslow.engine.history.Event;
import dev.winslow.engine.project.Project;
import dev.winslow.engine.project.ProjectService;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ways to receivers. */
@Component
class Channels {
    private static final int EVENTS_A_MAIL = 50;

    private final Webhooks webhooks;
    private final Mails mails;
    private final ProjectService projects;

    Channels(Webhooks webhooks, Mails mails, ProjectService projects) {
        this.webhooks = webhooks;
        this.mails = mails;
        this.projects = projects;
    }

    static void check(Receiver receiver) {
        switch (receiver) {
            case Receiver.Webhook webhook -> Webhooks.check(webhook.address());
            case Receiver.Email email -> Mails.check(email.address());
        }
    }

    /** Why this server can tell such receivers nothing at all, in a sentence. */
    Optional<String> fault(Receiver receiver) {
        return switch (receiver) {
            case Receiver.Webhook webhook -> Optional.empty();
            case Receiver.Email email -> mails.fault();
        };
    }

    boolean sendsMail() {
        return mails.fault().isEmpty();
    }

    /** How many events a receiver is told of at once. */
    static int atOnce(Receiver receiver) {
        return switch (receiver) {
            case Receiver.Webhook webhook -> 1;
            case Receiver.Email email -> EVENTS_A_MAIL;
        };
    }

    void send(Rule rule, List<Event> events) throws Undelivered, InterruptedException {
        List<Notification> notifications =
                events.stream().map(this::notification).toList();
        switch (rule.receiver()) {
            case Receiver.Webhook webhook -> {
                for (Notification notification : notifications) {
                    webhooks.post(webhook, rule.secret().orElseThrow(), notification);
                }
            }
            case Receiver.Email email -> mails.send(email, notifications);
        }
    }

    private Notification notification(Event event) {
        EventView view = event.view();
        return new Notification(
                event.kind().name(),
                event.at(),
                event.projectId().flatMap(projects::stored).map(Project::name),
                view);
    }
}
