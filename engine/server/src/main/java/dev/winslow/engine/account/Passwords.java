package dev.winslow.engine.account;

import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are made, judged and kept. */
@Component
class Passwords {
    private static final int SHORTEST = 10;
    /** What bcrypt looks at. */
    private static final int MOST_BYTES = 72;

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodys = encoder.encode(random());

    /** Refuses a password that is easy to guess. */
    String encode(String name, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw refusal("A password has at least " + SHORTEST + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw refusal("A password has at most " + MOST_BYTES + " bytes.");
        }
        boolean named = name.length() > 2 && password.toLowerCase(Locale.ROOT).contains(name);
        if (named || password.chars().distinct().count() < 4) {
            throw refusal("This password is easy to guess.");
        }
        return encoder.encode(password);
    }

    boolean matches(String password, String encoded) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES && encoder.matches(password, encoded);
    }

    /** Takes as long as if there were an account, so that nobody learns names by the time that an answer takes. */
    void matchNobodys(String password) {
        matches(password, nobodys);
    }

    /** Whether it was kept in a way that counts as old now. */
    boolean isOutdated(String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    String again(String password) {
        return encoder.encode(password);
    }

    /** Four groups of five characters: about 99 random bits. */
    static String random() {
        return IntStream.range(0, 4)
                .mapToObj(group -> RANDOM.ints(5, 0, ALPHABET.length())
                        .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    private static ProblemException refusal(String detail) {
        return new ProblemException(
                ProblemType.INVALID, detail, "Choose another: a few words that only you put together are good.");
    }
}
