package dev.winslow.engine.log;

import dev.winslow.api.log.LinePattern;
import dev.winslow.api.log.PatternFault;
import dev.winslow.api.problem.ProblemType;
import dev.winslow.engine.problem.ProblemException;

/** Reads the pattern of a search. */
final class LogPattern {
    private LogPattern() {}

    static LinePattern compile(String pattern) {
        try {
            return LinePattern.of(pattern);
        } catch (PatternFault fault) {
            throw new ProblemException(ProblemType.INVALID, fault.problem() + ".", fault.remedy());
        }
    }
}
