package dev.winslow.ui.shell;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.server.Command;
import dev.winslow.engine.problem.ProblemException;

/** Tells at a field what is wrong with what stands in it. */
public final class FieldCheck {
    private FieldCheck() {}

    /** Does it, and shows a refusal at the field. True if it was done. */
    public static boolean passes(HasValidation field, Command check) {
        try {
            check.execute();
            field.setInvalid(false);
            return true;
        } catch (ProblemException problem) {
            return holds(field, false, Notices.sentence(problem));
        }
    }

    /** @param words what is wrong where it does not fit, and what to do */
    public static boolean holds(HasValidation field, boolean fits, String words) {
        field.setErrorMessage(fits ? "" : words);
        field.setInvalid(!fits);
        return fits;
    }
}
