package io.github.devboxtunnels.gateway.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One end of the pipes between two processes: calls the methods of an interface there and carries out calls from there
 * here, each a JSON object in a line of its own. A method that returns a stage is answered when that is complete; one
 * that declares an exception waits for the answer; any other is only told. What fails there fails here as the same kind
 * of exception, without its words.
 */
final class RemoteCalls {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteCalls.class);

    /** What a call may end in. */
    private enum Failure {
        IO, ARGUMENT, STATE;

        static Failure of(Throwable failure) {
            return switch (failure) {
                case IOException _ -> IO;
                case IllegalArgumentException _ -> ARGUMENT;
                default -> STATE;
            };
        }

        Exception exception() {
            String words = "said by the other process";
            return switch (this) {
                case IO -> new IOException(words);
                case ARGUMENT -> new IllegalArgumentException(words);
                case STATE -> new IllegalStateException(words);
            };
        }
    }

    private final JsonMapper mapper = CallMapper.make();
    private final OutputStream out;
    private final Executor turns;
    private final AtomicLong calls = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
    private volatile boolean ended;

    /** Calls from there are carried out in their order by this executor. */
    RemoteCalls(OutputStream out, Executor turns) {
        this.out = out;
        this.turns = turns;
    }

    /** What is called there. */
    <T> T remote(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, this::call));
    }

    /** Carries out calls of an interface's methods until the other end is closed, and says so; returns at once. */
    <T> void serve(InputStream in, Class<T> type, T local, Runnable end) {
        Map<String, Method> methods = Arrays.stream(type.getDeclaredMethods())
                .collect(Collectors.toMap(Method::getName, Function.identity()));
        // Reading a pipe holds its thread, so a virtual one would only hold another.
        Thread.ofPlatform().name("gateways").daemon().start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("{")) {
                        receive(mapper.readTree(line), methods, local);
                    } else {
                        LOG.warn("the other process prints what is no message, {} characters", line.length());
                    }
                }
            } catch (IOException | JacksonException e) {
                LOG.debug("the other process speaks no more: {}", e.getClass().getSimpleName());
            } finally {
                ended = true;
                unanswered.values().forEach(answer -> answer.completeExceptionally(gone()));
                end.run();
            }
        });
    }

    /** Whether the other end is closed. */
    boolean ended() {
        return ended;
    }

    private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Exception {
        ArrayNode values = mapper.createArrayNode();
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            values.add(mapper.<JsonNode>valueToTree(argument));
        }
        ObjectNode message = mapper.createObjectNode().put("method", method.getName()).set("arguments", values);
        boolean stage = method.getReturnType() == CompletionStage.class;
        if (!stage && method.getExceptionTypes().length == 0) {
            tell(message);
            return null;
        }
        long number = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        unanswered.put(number, answer);
        try {
            send(message.put("call", number));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
        if (ended) {
            answer.completeExceptionally(gone());
        }
        CompletableFuture<@Nullable Object> value = answer
                .thenApply(node -> value(node, method.getGenericReturnType()));
        return stage ? value : await(value);
    }

    private static @Nullable Object await(CompletableFuture<@Nullable Object> answer) throws Exception {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw Failure.of(Objects.requireNonNull(e.getCause())).exception();
        }
    }

    private void receive(JsonNode message, Map<String, Method> methods, Object local) {
        JsonNode answers = message.get("answers");
        if (answers == null) {
            turns.execute(() -> carryOut(message, methods, local));
            return;
        }
        CompletableFuture<JsonNode> waiting = unanswered.remove(answers.longValue());
        if (waiting == null) {
            return;
        }
        JsonNode failure = message.get("failure");
        if (failure == null) {
            waiting.complete(message.path("value"));
        } else {
            waiting.completeExceptionally(Failure.valueOf(failure.stringValue()).exception());
        }
    }

    private void carryOut(JsonNode message, Map<String, Method> methods, Object local) {
        Method method = methods.get(message.path("method").stringValue(""));
        if (method == null) {
            LOG.warn("the other process calls what is not there");
            return;
        }
        JsonNode call = message.get("call");
        try {
            Object result = method.invoke(local, arguments(method, message.path("arguments")));
            if (result instanceof CompletionStage<?> stage) {
                stage.whenComplete((value, failure) -> answer(call, value, failure));
            } else {
                answer(call, result, null);
            }
        } catch (InvocationTargetException e) {
            answer(call, null, e.getCause());
        } catch (IllegalAccessException | JacksonException e) {
            answer(call, null, e);
        }
    }

    private @Nullable Object[] arguments(Method method, JsonNode values) {
        Type[] types = method.getGenericParameterTypes();
        @Nullable
        Object[] arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = value(values.path(i), types[i]);
        }
        return arguments;
    }

    private @Nullable Object value(JsonNode node, Type type) {
        Type inner = type instanceof ParameterizedType of && of.getRawType() == CompletionStage.class
                ? of.getActualTypeArguments()[0]
                : type;
        return inner == void.class || node.isNull() || node.isMissingNode()
                ? null
                : mapper.treeToValue(node, mapper.constructType(inner));
    }

    private void answer(@Nullable JsonNode call, @Nullable Object value, @Nullable Throwable failure) {
        if (failure != null && (call == null || Failure.of(failure) == Failure.STATE)) {
            LOG.warn("what the other process said was not done: {} at {}", failure.getClass().getSimpleName(),
                    Arrays.stream(failure.getStackTrace()).findFirst().orElse(null));
        }
        if (call == null) {
            return;
        }
        ObjectNode answer = mapper.createObjectNode().put("answers", call.longValue());
        if (failure == null) {
            answer.set("value", mapper.<JsonNode>valueToTree(value));
        } else {
            answer.put("failure", Failure.of(failure).name());
        }
        tell(answer);
    }

    private void tell(ObjectNode message) {
        try {
            send(message);
        } catch (IOException e) {
            LOG.debug("the other process hears no more");
        }
    }

    private void send(ObjectNode message) throws IOException {
        byte[] line = (mapper.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    private static IOException gone() {
        return new IOException("the other process has ended");
    }
}
