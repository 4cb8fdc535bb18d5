package io.github.devboxtunnels.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** All devboxes of the account, in the order they were made. Its monitor guards them. */
final class Fleet {

    private final List<DevboxState> devboxes = new ArrayList<>();
    private final Map<String, DevboxState> byId = new HashMap<>();
    private final Map<String, DevboxState> byTunnelKey = new HashMap<>();
    private long version;

    /** Adds the next devbox; its position must be {@link #size()}. */
    void add(DevboxState devbox) {
        devboxes.add(devbox);
        byId.put(devbox.id(), devbox);
        changed();
    }

    int size() {
        return devboxes.size();
    }

    List<DevboxState> from(int position) {
        return devboxes.subList(position, devboxes.size());
    }

    @Nullable
    DevboxState find(String id) {
        return byId.get(id);
    }

    DevboxState require(String id) {
        DevboxState devbox = byId.get(id);
        if (devbox == null) {
            throw ApiException.notFound("Devbox");
        }
        return devbox;
    }

    @Nullable
    DevboxState behind(String tunnelKey) {
        return byTunnelKey.get(tunnelKey);
    }

    /** Gives a devbox a tunnel, another, or none. */
    void tunnel(DevboxState devbox, @Nullable TunnelState next) {
        unlist(devbox);
        devbox.tunnel(next);
        if (next != null) {
            byTunnelKey.put(next.key().reveal(), devbox);
        }
        changed();
    }

    /** Takes the tunnel of a devbox off the edge. */
    void unlist(DevboxState devbox) {
        TunnelState last = devbox.tunnel();
        if (last != null) {
            byTunnelKey.remove(last.key().reveal());
        }
    }

    /** Counts up with every change, so that what was made of the list can be kept until then. */
    long version() {
        return version;
    }

    void changed() {
        version++;
    }

    /** Everything is written anew, since the clock is told differently. */
    void forgetEncoded() {
        devboxes.forEach(DevboxState::forgetEncoded);
        changed();
    }
}
