package io.github.devboxtunnels.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;

/** Logging in code: warnings to standard error, through {@link Redaction}. No file is written and none is read. */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg%n%ex{full}";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayout layout = new RedactingLayout();
        layout.setContext(context);
        layout.setPattern(PATTERN);
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        attach(context, console, encoder);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void attach(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender,
            LayoutWrappingEncoder<ILoggingEvent> encoder) {
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty("devboxtunnels.log"), Level.WARN));
        root.addAppender(appender);
        context.getLogger("io.vertx").setLevel(Level.WARN);
        context.getLogger("io.netty").setLevel(Level.WARN);
        // It warns of each connection that comes while a listener closes.
        context.getLogger("io.netty.bootstrap").setLevel(Level.ERROR);
    }

    /** Starts with the first line: the formats of dates are a good part of a start, and mostly there is no line. */
    private static final class RedactingLayout extends PatternLayout {
        @Override
        public String doLayout(ILoggingEvent event) {
            startOnce();
            return Redaction.apply(super.doLayout(event));
        }

        private synchronized void startOnce() {
            if (!isStarted()) {
                start();
            }
        }
    }
}
