package dev.winslow.ui.project;

import dev.winslow.ui.notify.RuleDesk;
import dev.winslow.ui.study.StudyDesk;
import dev.winslow.ui.trigger.TriggerDesk;
import org.springframework.stereotype.Component;

/** What the tabs ask that are not about the run in progress. */
@Component
record PaperDesk(StudyDesk studies, NotesDesk notes, SettingsDesk settings, RuleDesk rules, TriggerDesk triggers) {}
