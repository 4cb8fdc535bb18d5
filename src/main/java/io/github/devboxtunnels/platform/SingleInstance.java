package io.github.devboxtunnels.platform;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import io.github.devboxtunnels.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * One window for each user. The first start locks a file and listens on a Unix-domain socket, both in a folder that
 * nobody else can enter; a later one says there what it wants and ends. Knows nothing of logging or JavaFX, for it works
 * before them. Safe for use from any thread.
 */
public final class SingleInstance implements AutoCloseable {

    private static final String LOCK = "instance.lock";
    private static final String SOCKET = "instance.socket";
    private static final byte[] HEARD = "heard\n".getBytes(StandardCharsets.UTF_8);
    /** Longer than any line that is said. */
    private static final int LONGEST = 512;
    /** One that is still on its way to its socket, or that ends, is waited for this often: longer than an end takes. */
    private static final int TRIES = 400;
    private static final Duration WAIT = Duration.ofMillis(25);

    private final FileChannel lock;
    private final ServerSocketChannel server;
    private final Path socket;
    private final Deque<Summons> waiting = new ArrayDeque<>();
    private @Nullable Consumer<Summons> listener;

    private SingleInstance(FileChannel lock, ServerSocketChannel server, Path socket) {
        this.lock = lock;
        this.server = server;
        this.socket = socket;
    }

    /** What a start finds. */
    public sealed interface Found {
        /** It is the first. */
        record First(SingleInstance instance) implements Found {
        }

        /** Another one runs and has heard what is wanted. */
        record Told() implements Found {
        }

        /** The folder does not allow to tell; the start goes on by itself. */
        record Alone() implements Found {
        }
    }

    /**
     * Becomes the first, or tells the first what is wanted.
     *
     * @param folder of the user's own; made if it is not there
     */
    public static Found enter(Path folder, Summons wanted, Timeline timeline) throws InterruptedException {
        try {
            makePrivate(folder);
            for (int i = 0; i < TRIES; i++) {
                SingleInstance first = tryFirst(folder, timeline);
                if (first != null) {
                    return new Found.First(first);
                }
                if (tell(folder.resolve(SOCKET), wanted)) {
                    return new Found.Told();
                }
                timeline.sleep(WAIT);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // A read-only home, a path too long for a socket: two windows are better than none.
            return new Found.Alone();
        }
        return new Found.Alone();
    }

    /** Who hears of later starts from now on, and of those that came already. */
    public void setListener(Consumer<Summons> hears) {
        synchronized (waiting) {
            listener = hears;
            waiting.forEach(hears);
            waiting.clear();
        }
    }

    /** Hears of later starts no more; they wait until this one has ended, and the next of them is the first. */
    public void leave() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            // The next start finds nobody there and takes the socket away.
        }
    }

    @Override
    public void close() {
        leave();
        try {
            lock.close();
        } catch (IOException e) {
            // The next start finds the lock free and takes the socket away. The lock's own file stays: deleting it
            // would let two starts lock two files of one name.
        }
    }

    private static @Nullable SingleInstance tryFirst(Path folder, Timeline timeline) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            return null;
        }
        Path socket = folder.resolve(SOCKET);
        try {
            // Whoever left it has ended, for the lock was free.
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            SingleInstance first = new SingleInstance(channel, server, socket);
            timeline.after(Duration.ZERO, first::listen);
            return first;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Says what is wanted and waits until it is heard; false when nobody listens yet. */
    private static boolean tell(Path socket, Summons wanted) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap(wanted.line().getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            return Channels.newInputStream(channel).read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void listen() {
        while (server.isOpen()) {
            try (SocketChannel caller = server.accept()) {
                byte[] said = Channels.newInputStream(caller).readNBytes(LONGEST);
                hear(Summons.parse(new String(said, StandardCharsets.UTF_8)));
                caller.write(ByteBuffer.wrap(HEARD));
            } catch (IOException e) {
                // The caller went away, or this is the end; the loop asks which.
            }
        }
    }

    private void hear(Summons summons) {
        synchronized (waiting) {
            Consumer<Summons> hears = listener;
            if (hears == null) {
                waiting.add(summons);
            } else {
                hears.accept(summons);
            }
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
