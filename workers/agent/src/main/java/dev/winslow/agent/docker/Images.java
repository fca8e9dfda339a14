package dev.winslow.agent.docker;

import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.core.NameParser;
import dev.winslow.agent.executor.Announcer;
import dev.winslow.agent.executor.UnknownImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images of this machine; one that is missing is fetched from its registry. */
final class Images {
    private static final Logger LOG = LoggerFactory.getLogger(Images.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Engine engine;

    private final FetchedImages fetched;
    private final Optional<Duration> keep;

    Images(Engine engine, FetchedImages fetched, Optional<Duration> keep) {
        this.engine = engine;
        this.fetched = fetched;
        this.keep = keep;
    }

    /** Says into the log which bytes a name stood for, since a tag may mean others tomorrow. */
    String provide(String image, Announcer log) throws IOException, UnknownImage, InterruptedException {
        Optional<String> here = id(image);
        if (here.isEmpty()) {
            removeUnused();
            log.say("Image " + image + " is not on this machine; fetching it");
            pull(image, log);
            fetched.fetched(image, Instant.now());
            here = id(image);
        }
        fetched.used(image, Instant.now());
        String bytes = here.orElse("gone again");
        log.say("Image " + image + " is " + bytes);
        return bytes;
    }

    /** Before another takes room. */
    private void removeUnused() throws IOException, InterruptedException {
        if (keep.isEmpty()) {
            return;
        }
        for (String image : fetched.unusedFor(keep.get(), Instant.now())) {
            if (engine.removeImage(image)) {
                LOG.info("Removed image {}, which no stage has used for {}", image, keep.get());
                fetched.removed(image);
            }
        }
    }

    private Optional<String> id(String image) throws DockerTrouble, InterruptedException {
        return engine.ask("The image " + image + " cannot be looked at", docker -> {
            try {
                return Optional.ofNullable(docker.inspectImageCmd(image).exec().getId());
            } catch (NotFoundException missing) {
                return Optional.empty();
            }
        });
    }

    private void pull(String image, Announcer log) throws IOException, UnknownImage, InterruptedException {
        try (PullProgress progress = engine.ask("The pull cannot begin", docker -> command(docker, image))
                .exec(new PullProgress())) {
            while (!progress.ended(PACE)) {
                tell(progress, image, log);
            }
            progress.awaitCompletion();
        } catch (DockerException | DockerClientException refused) {
            throw new UnknownImage("The image " + image + " is not on this machine and could not be fetched ("
                    + DockerTrouble.words(refused)
                    + "): check its name, log in to its registry (docker login), or load it here (docker load)");
        } catch (RuntimeException failure) {
            throw engine.trouble("The image " + image + " could not be fetched", failure);
        }
    }

    private static void tell(PullProgress progress, String image, Announcer log) throws IOException {
        Optional<String> news = progress.news();
        if (news.isPresent()) {
            log.say("Fetching " + image + ": " + news.get());
        }
    }

    private static PullImageCmd command(com.github.dockerjava.api.DockerClient docker, String image) {
        NameParser.ReposTag name = NameParser.parseRepositoryTag(image);
        PullImageCmd command = docker.pullImageCmd(name.repos);
        if (!name.tag.isEmpty()) {
            return command.withTag(name.tag);
        }
        // Without a tag or a digest Docker would fetch all tags.
        return image.contains("@") ? command : command.withTag("latest");
    }
}
