package dev.winslow.agent.protocol;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a call until the server answers, be it with a refusal. Ends early only when its thread is interrupted. */
public final class Insistence {
    private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);

    private Insistence() {}

    /** A call that may be repeated. */
    public interface Call<T> {
        T call() throws ProtocolException, InterruptedException;
    }

    /** A call that answers nothing. */
    public interface Message {
        void send() throws ProtocolException, InterruptedException;
    }

    public static <T> T untilAnswered(Call<T> call) throws StaleLease, Refused, InterruptedException {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                return call.call();
            } catch (ServerAway away) {
                LOG.info("{}; trying again", away.getMessage());
                backoff.pause();
            } catch (StaleLease | Refused answer) {
                throw answer;
            } catch (ProtocolException other) {
                throw new IllegalStateException("ProtocolException is sealed", other);
            }
        }
    }

    public static void untilAnswered(Message message) throws StaleLease, Refused, InterruptedException {
        Insistence.<Boolean>untilAnswered(() -> {
            message.send();
            return true;
        });
    }
}
