package dev.winslow.engine.account;

import dev.winslow.api.account.ChangePassword;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** People change their own passwords, by the one that holds. */
@Service
public class OwnPassword {
    private final SignIn signIn;
    private final AccountService accounts;

    OwnPassword(SignIn signIn, AccountService accounts) {
        this.signIn = signIn;
        this.accounts = accounts;
    }

    /** The account as it is then: whoever is signed in elsewhere is signed out. */
    public Account change(UUID id, ChangePassword request, String address) {
        switch (signIn.confirm(id, request.current(), address)) {
            case SignIn.Outcome.Accepted accepted -> {}
            case SignIn.Outcome.Refused refused ->
                throw new ProblemException(
                        ProblemType.FORBIDDEN,
                        "The current password is another.",
                        "Type the one that you signed in by.");
            case SignIn.Outcome.Wait wait ->
                throw new ProblemException(
                        ProblemType.FORBIDDEN,
                        "There were too many wrong passwords.",
                        "Try again in " + Math.max(1, wait.time().toSeconds()) + " seconds.");
        }
        if (request.current().equals(request.fresh())) {
            throw new ProblemException(
                    ProblemType.INVALID, "The new password is the old one.", "Choose another password.");
        }
        return accounts.choosePassword(id, request.fresh());
    }
}
