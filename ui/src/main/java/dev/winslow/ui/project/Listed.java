package dev.winslow.ui.project;

import dev.winslow.api.project.ProjectView;
import java.util.Optional;

/** A project as lists show it; how far it is where it has an open run. */
record Listed(ProjectView project, Optional<Standing> standing) {}
