package dev.winslow.engine.artifact;

import dev.winslow.api.artifact.BeginUpload;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a file goes that was sent. All but the first two are asked in the transaction that names it. */
interface UploadDestination {
    /** Absent for the pool. */
    Optional<UUID> projectId();

    String bucket();

    /** Takes the locks that come before the project's. */
    void hold();

    /** What is there already: a file that was named before is answered again. */
    List<Artifact> present();

    /** Writes the row of the file, or refuses it. */
    Artifact name(BeginUpload file, Artifact.Location location);
}
