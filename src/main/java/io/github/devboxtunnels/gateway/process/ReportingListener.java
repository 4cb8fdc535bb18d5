package io.github.devboxtunnels.gateway.process;

import io.github.devboxtunnels.gateway.BrowserQuestion;
import io.github.devboxtunnels.gateway.GatewayListener;
import io.github.devboxtunnels.gateway.GatewayState;
import io.github.devboxtunnels.gateway.RunningGateway;

/** Tells the window what happens to a gateway of this process. */
final class ReportingListener implements GatewayListener {

    private final long number;
    private final Reports reports;
    private final AskedQuestions questions;
    private final Runnable stopped;

    ReportingListener(long number, Reports reports, AskedQuestions questions, Runnable stopped) {
        this.number = number;
        this.reports = reports;
        this.questions = questions;
        this.stopped = stopped;
    }

    @Override
    public void stateChanged(RunningGateway gateway, GatewayState state) {
        switch (state) {
            case GatewayState.Running _ -> reports.running(number);
            case GatewayState.TokenRefused _ -> reports.tokenRefused(number);
            case GatewayState.Stopped(GatewayState.StopReason reason) -> {
                stopped.run();
                reports.stopped(number, reason);
            }
        }
    }

    @Override
    public void tunnelReplaced(RunningGateway gateway) {
        reports.tunnelReplaced(number);
    }

    @Override
    public void activityChanged(RunningGateway gateway) {
        reports.activity(number, gateway.activity());
    }

    @Override
    public void browserAsks(RunningGateway gateway, BrowserQuestion question) {
        reports.browserAsks(number, questions.add(question), question.number(), question.askedAt());
    }

    @Override
    public void questionClosed(RunningGateway gateway, BrowserQuestion question) {
        reports.questionClosed(questions.remove(question));
    }
}
