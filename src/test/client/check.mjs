// Runs the official client, with its default settings, against the sandbox in a process of its own.
// Needs JAVA (the command) and MODULE_PATH in the environment; ClientCheck.java sets both.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import http from "node:http";
import { after, before, test } from "node:test";
import Runloop from "@runloop/api-client";

const MAIN = "io.github.devboxtunnels/io.github.devboxtunnels.Main";
let sandbox;
let printed = "";
let address;
let client;

before(async () => {
  sandbox = spawn(process.env.JAVA, [
    "--enable-native-access=javafx.graphics,io.netty.common", "--sun-misc-unsafe-memory-access=allow",
    "-p", process.env.MODULE_PATH, "-m", MAIN, "--serve-sandbox", "--devboxes", "60", "--seed", "3",
  ], { stdio: ["ignore", "pipe", "inherit"] });
  address = await new Promise((resolve, reject) => {
    sandbox.once("exit", (code) => reject(new Error(`the sandbox ended with ${code}: ${printed}`)));
    sandbox.stdout.on("data", (data) => {
      printed += data;
      if (printed.includes("\n")) {
        resolve(JSON.parse(printed));
      }
    });
  });
  client = new Runloop({ baseURL: address.baseUrl, bearerToken: address.apiKey });
});

after(async () => {
  const exit = new Promise((resolve) => sandbox.once("exit", resolve));
  sandbox.kill("SIGTERM");
  await exit;
  assert.equal(printed.trim().split("\n").length, 1, "the sandbox prints one line and no more");
});

async function refused(status, call) {
  await assert.rejects(call, (error) => {
    assert.equal(error.status, status, String(error));
    return true;
  });
}

async function running(name, more = {}) {
  return client.devboxes.createAndAwaitRunning({ name, blueprint_name: "sandbox-page", ...more });
}

async function ledger() {
  const answer = await fetch(`${address.baseUrl}/_sandbox/ledger`, {
    headers: { authorization: `Bearer ${address.apiKey}` },
  });
  return answer.json();
}

/** Calls a port through the tunnel edge; the name is routed by the Host header, since Node resolves no *.localhost. */
function visit(tunnel, port, path, headers = {}) {
  const url = new URL(address.baseUrl);
  const host = address.tunnelUrlTemplate.replace("http://", "").replace("{port}", port)
    .replace("{tunnel_key}", tunnel.tunnel_key);
  return new Promise((resolve, reject) => {
    const request = http.request({ host: url.hostname, port: url.port, path, headers: { host, ...headers } });
    request.on("response", (response) => {
      let body = "";
      response.on("data", (data) => { body += data; });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    request.on("error", reject);
    request.end();
  });
}

test("the account of the key", async () => {
  const account = await client.get("/v1/accounts/me");
  assert.equal(account.account_status, "ACCOUNT_STATUS_ENABLED");
});

test("the list over several pages", async () => {
  const seen = new Set();
  for await (const devbox of client.devboxes.list({ limit: 7 })) {
    assert.ok(!seen.has(devbox.id), "no devbox comes twice");
    seen.add(devbox.id);
  }
  const page = await client.devboxes.list({ limit: 5000 });
  assert.equal(seen.size, page.devboxes.length);
  assert.equal(page.total_count, seen.size);
  assert.equal(page.has_more, false);
  const suspended = await client.devboxes.list({ limit: 5000, status: "suspended" });
  assert.ok(suspended.devboxes.length > 0);
  assert.ok(suspended.devboxes.every((devbox) => devbox.status === "suspended"));
  const one = await client.devboxes.list({ limit: 1, include_total_count: false });
  assert.equal(one.devboxes.length, 1);
  assert.equal(one.has_more, true);
});

test("it speaks HTTP/2 without being told to", async () => {
  const { requests } = await ledger();
  const lists = requests.filter((request) => request.path === "/v1/devboxes");
  assert.ok(lists.length > 0);
  assert.ok(lists.every((request) => request.httpVersion === "HTTP/2"));
});

test("one devbox", async () => {
  const page = await client.devboxes.list({ limit: 1 });
  const devbox = await client.devboxes.retrieve(page.devboxes[0].id);
  assert.deepEqual(devbox.state_transitions, page.devboxes[0].state_transitions);
});

test("an unknown id and a wrong key", async () => {
  await refused(404, () => client.devboxes.retrieve("dbx_unknown"));
  await refused(404, () => client.devboxes.enableTunnel("dbx_unknown", {}));
  await refused(404, () => client.devboxes.removeTunnel("dbx_unknown"));
  const stranger = new Runloop({ baseURL: address.baseUrl, bearerToken: "ak_wrong" });
  await refused(401, () => stranger.devboxes.list());
});

test("creating with a tunnel", async () => {
  const made = await client.devboxes.create({ name: "with-tunnel", tunnel: { auth_mode: "authenticated" } });
  assert.equal(made.status, "provisioning");
  assert.equal(made.tunnel.auth_mode, "authenticated");
  const ready = await client.devboxes.awaitRunning(made.id);
  assert.equal(ready.status, "running");
  assert.equal(ready.tunnel.auth_token, made.tunnel.auth_token);
});

test("enabling with every combination, removing, and a new key each time", async () => {
  const box = await running("combinations");
  const absent = Symbol("absent");
  const keys = new Set();
  for (const mode of ["open", "authenticated", null, absent]) {
    for (const keep of [true, false, null, absent]) {
      for (const wake of [true, false, null, absent]) {
        const body = {};
        if (mode !== absent) body.auth_mode = mode;
        if (keep !== absent) body.http_keep_alive = keep;
        if (wake !== absent) body.wake_on_http = wake;
        const tunnel = await client.devboxes.enableTunnel(box.id, body);
        const what = JSON.stringify(body);
        assert.equal(tunnel.auth_mode, mode === "authenticated" ? "authenticated" : "open", what);
        assert.equal(tunnel.http_keep_alive, keep !== false, what);
        assert.equal(tunnel.wake_on_http, wake === true, what);
        assert.equal(Boolean(tunnel.auth_token), mode === "authenticated", what);
        keys.add(tunnel.tunnel_key);
        assert.deepEqual((await client.devboxes.retrieve(box.id)).tunnel, tunnel);
        assert.deepEqual(await client.devboxes.removeTunnel(box.id), {});
        assert.equal((await client.devboxes.retrieve(box.id)).tunnel, null);
      }
    }
  }
  assert.equal(keys.size, 64, "every tunnel has a key of its own");
  const bare = await client.devboxes.enableTunnel(box.id);
  assert.equal(bare.auth_mode, "open");
});

test("a second tunnel, and one for a suspended devbox, are refused", async () => {
  const box = await running("second");
  await client.devboxes.enableTunnel(box.id, { auth_mode: "authenticated" });
  await refused(400, () => client.devboxes.enableTunnel(box.id, {}));
  await client.devboxes.removeTunnel(box.id);
  await client.devboxes.suspend(box.id);
  await client.devboxes.awaitSuspended(box.id);
  await refused(400, () => client.devboxes.enableTunnel(box.id, {}));
});

test("suspending and resuming", async () => {
  const box = await running("sleeper");
  assert.equal((await client.devboxes.suspend(box.id)).status, "suspending");
  assert.equal((await client.devboxes.awaitSuspended(box.id)).status, "suspended");
  await refused(400, () => client.devboxes.suspend(box.id));
  assert.equal((await client.devboxes.resume(box.id)).status, "resuming");
  assert.equal((await client.devboxes.awaitRunning(box.id)).status, "running");
  assert.deepEqual(await client.devboxes.keepAlive(box.id), {});
});

test("running commands", async () => {
  const box = await running("commands");
  const done = await client.devboxes.executeAndAwaitCompletion(box.id, { command: "ss -ltn", last_n: "500" });
  assert.equal(done.exit_status, 0);
  assert.match(done.stdout, /0\.0\.0\.0:3000/);
  const slow = await client.devboxes.executeAndAwaitCompletion(box.id, {
    command: "echo begin; sleep 1.2; echo end; exit 4", optimistic_timeout: 1,
  });
  assert.equal(slow.exit_status, 4);
  assert.equal(slow.stdout, "begin\nend\n");
  const sync = await client.devboxes.executeSync(box.id, { command: "echo sync" });
  assert.equal(sync.stdout, "sync\n");
  const started = await client.devboxes.executeAsync(box.id, { command: "echo a; sleep 0.3; echo b; ls" });
  let output = "";
  for await (const update of await client.devboxes.executions.streamStdoutUpdates(box.id, started.execution_id)) {
    output += update.output;
  }
  assert.equal(output, "a\nb\n");
  const ended = await client.devboxes.executions.awaitCompleted(box.id, started.execution_id);
  assert.match(ended.stderr, /ls: not found/);
  assert.equal((await client.devboxes.executions.retrieve(box.id, started.execution_id)).status, "completed");
  const logs = await client.devboxes.logs.list(box.id, { execution_id: started.execution_id });
  assert.equal(logs.logs.length, 1);
  assert.equal(logs.logs[0].source, "exec");
  const usage = await client.devboxes.retrieveResourceUsage(box.id);
  assert.equal(usage.id, box.id);
  assert.ok(usage.total_active_seconds >= 1);
});

test("the tunnel edge", async () => {
  const box = await running("edge", { launch_parameters: { launch_commands: ["./start-services"] } });
  const tunnel = await client.devboxes.enableTunnel(box.id, { auth_mode: "authenticated", wake_on_http: true });
  const token = { "X-Runloop-Tunnel-Authorization": `Bearer ${tunnel.auth_token}` };
  assert.equal((await visit(tunnel, 3000, "/")).status, 401);
  const page = await visit(tunnel, 3000, "/", token);
  assert.equal(page.status, 200);
  assert.match(page.body, /<h1>edge<\/h1>/);
  assert.equal((await visit(tunnel, 8080, "/health", token)).body, '{"status":"ok"}');
  assert.equal((await visit(tunnel, 4444, "/", token)).status, 502);
  await client.devboxes.suspend(box.id);
  await client.devboxes.awaitSuspended(box.id);
  const first = await visit(tunnel, 3000, "/", token);
  assert.equal(first.status, 503);
  assert.equal(first.headers["retry-after"], "5");
  await client.devboxes.awaitRunning(box.id);
  assert.equal((await visit(tunnel, 3000, "/", token)).status, 200);
  assert.deepEqual((await ledger()).wakes, [box.id]);
});

test("a retry of an enable whose answer was lost gets the first result", async () => {
  const box = await running("lost");
  await fetch(`${address.baseUrl}/_sandbox/faults`, {
    method: "POST",
    headers: { authorization: `Bearer ${address.apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ operation: "enable_tunnel", fault: "gateway_timeout_after_commit" }),
  });
  const tunnel = await client.devboxes.enableTunnel(box.id, { auth_mode: "authenticated" });
  const { tunnelChanges } = await ledger();
  assert.equal(tunnelChanges.filter((change) => change.devbox === box.id).length, 1);
  assert.equal((await client.devboxes.retrieve(box.id)).tunnel.tunnel_key, tunnel.tunnel_key);
});

test("shutting down", async () => {
  const box = await running("ending");
  const ended = await client.devboxes.shutdown(box.id, { force: "true" });
  assert.equal(ended.status, "shutdown");
  assert.ok(ended.end_time_ms > 0);
});
