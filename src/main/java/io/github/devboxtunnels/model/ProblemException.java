package io.github.devboxtunnels.model;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** The one exception services and the API client throw. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Wraps a problem without a cause. */
    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /** Wraps a problem; the cause must carry no secret in its message. */
    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}
