package dev.winslow.agent.docker;

import com.github.dockerjava.api.exception.DockerException;
import dev.winslow.agent.disk.PrivateJson;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Docker did not do what it was asked. The message says what is wrong and what to do. */
class DockerTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    /** What Docker says, and what helps. */
    private static final Map<String, String> ADVICE = Map.of(
            "could not select device driver",
            "install the NVIDIA Container Toolkit on this machine, so that Docker can hand out GPUs",
            "bind source path does not exist",
            "Docker does not see the worker's data folder there; if the worker runs in a container itself, "
                    + "start it with --host-data and the folder's path on the host",
            "no space left on device",
            "make room on this machine, for example by docker system prune",
            "toomanyrequests",
            "the registry wants fewer requests; log in to it (docker login), or wait");

    DockerTrouble(String message) {
        super(message);
    }

    DockerTrouble(String message, Throwable cause) {
        super(message, cause);
    }

    /** Docker itself is out of reach, now; what runs in it may run on. */
    static final class Away extends DockerTrouble {
        private static final long serialVersionUID = 1L;

        Away(String host, Throwable cause) {
            super(
                    "Docker does not answer at " + host + " (" + rootMessage(cause) + "): start it (systemctl start"
                            + " docker), let this user reach it (group docker), or say where it is (--docker-host)",
                    cause);
        }
    }

    /** What failed, by Docker's own words, with advice where there is some. */
    static DockerTrouble of(String what, String host, RuntimeException failure) {
        if (!(failure instanceof DockerException) && ioWithin(failure)) {
            return new Away(host, failure);
        }
        String words = words(failure);
        return new DockerTrouble(what + ": " + words + advice(words), failure);
    }

    /** Docker's own words, out of the JSON in which it answers. */
    static String words(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        int json = message.indexOf('{');
        if (failure instanceof DockerException && json >= 0) {
            try {
                JsonNode told = PrivateJson.MAPPER.readTree(message.substring(json));
                return told.path("message").asString(message);
            } catch (JacksonException notJson) {
                return message;
            }
        }
        return message;
    }

    private static String advice(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return ADVICE.entrySet().stream()
                .filter(each -> lower.contains(each.getKey()))
                .findFirst()
                .map(each -> ": " + each.getValue())
                .orElse("");
    }

    private static boolean ioWithin(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
