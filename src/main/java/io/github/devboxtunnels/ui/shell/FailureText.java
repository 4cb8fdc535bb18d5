package io.github.devboxtunnels.ui.shell;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.ui.common.Texts;

/** A change that did not succeed, in one sentence. */
final class FailureText {

    private static final Texts TEXTS = Texts.of(FailureText.class);

    private FailureText() {
    }

    static String of(Devbox devbox, boolean suspending, Problem problem) {
        Problem.Reply reply = problem.reply();
        String why = reply != null && !reply.text().isBlank() ? reply.text() : TEXTS.get(switch (problem) {
            case Problem.Offline _ -> "shell.failure.offline";
            case Problem.UntrustedCertificate _ -> "shell.failure.certificate";
            case Problem.Unanswered _ -> "shell.failure.unanswered";
            case Problem.Malformed _ -> "shell.failure.malformed";
            case Problem.Unexpected _ -> "shell.failure.unexpected";
            default -> "shell.failure.other";
        });
        String key = suspending ? "shell.failure.suspend" : "shell.failure.resume";
        return mayComeLate(problem)
                ? TEXTS.get(key + "-unknown", devbox.label(), Sentences.ended(why))
                : TEXTS.get(key, devbox.label(), why);
    }

    /** Whether nobody knows what became of it. */
    private static boolean mayComeLate(Problem problem) {
        return switch (problem) {
            case Problem.Unanswered _,Problem.Malformed _,Problem.Server _,Problem.Unexpected _ -> true;
            default -> false;
        };
    }
}
