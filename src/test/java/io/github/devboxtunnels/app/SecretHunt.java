package io.github.devboxtunnels.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Gathers every text that leaves the application, and looks for secrets in it: both streams, the log at its finest and
 * before its redaction, exceptions nobody catches, files, and what a test hands it.
 */
final class SecretHunt implements AutoCloseable {

    /** So many characters of a secret in a row are a leak. */
    private static final int PIECE = 12;
    private static final List<String> LOGGERS = List.of(Logger.ROOT_LOGGER_NAME, "io.vertx", "io.netty");

    private final Map<String, CopyOnWriteArraySet<String>> texts = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final List<Level> levels = LOGGERS.stream().map(name -> logs.getLogger(name).getLevel()).toList();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            add("log", event.getLoggerName() + " " + event.getFormattedMessage());
            for (IThrowableProxy each = event.getThrowableProxy(); each != null; each = each.getCause()) {
                add("log", ThrowableProxyUtil.asString(each));
            }
        }
    };

    SecretHunt() {
        System.setOut(both(out));
        System.setErr(both(err));
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> add("uncaught", said(e)));
        appender.setContext(logs);
        appender.start();
        others(other -> {
            ThresholdFilter warnings = new ThresholdFilter();
            warnings.setLevel("WARN");
            warnings.start();
            other.addFilter(warnings);
        });
        LOGGERS.forEach(name -> logs.getLogger(name).setLevel(Level.ALL));
        logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /** Keeps a text. */
    void add(String place, String text) {
        texts.computeIfAbsent(place, _ -> new CopyOnWriteArraySet<>()).add(text);
    }

    /** Keeps the content of every file in a folder, and their names. */
    void addFiles(String place, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(place, file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** Everything kept at a place. */
    List<String> at(String place) {
        return List.copyOf(texts.getOrDefault(place, new CopyOnWriteArraySet<>()));
    }

    /** Where one of these secrets, or a good part of it, is to be read. Never says what it found. */
    List<String> leaks(List<String> secrets) {
        add("streams", streams.toString(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        for (String place : new TreeSet<>(texts.keySet())) {
            for (int i = 0; i < secrets.size(); i++) {
                if (at(place).stream().anyMatch(contains(secrets.get(i)))) {
                    found.add(place + ": secret " + i);
                }
            }
        }
        return found;
    }

    private static Predicate<String> contains(String secret) {
        return text -> {
            for (int i = 0; i + PIECE <= secret.length(); i++) {
                if (text.contains(secret.substring(i, i + PIECE))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static String said(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void others(Consumer<Appender<ILoggingEvent>> change) {
        logs.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(change);
    }

    private PrintStream both(PrintStream stream) {
        return new PrintStream(new OutputStream() {
            @Override
            public void write(int b) {
                stream.write(b);
                synchronized (streams) {
                    streams.write(b);
                }
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                stream.write(bytes, from, length);
                synchronized (streams) {
                    streams.write(bytes, from, length);
                }
            }
        }, true, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        Thread.setDefaultUncaughtExceptionHandler(handler);
        logs.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        others(Appender::clearAllFilters);
        for (int i = 0; i < LOGGERS.size(); i++) {
            Logger logger = logs.getLogger(LOGGERS.get(i));
            logger.setLevel(levels.get(i));
        }
    }
}
