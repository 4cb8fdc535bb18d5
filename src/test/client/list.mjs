// Lists all devboxes of an account with the official client at each line it reads, and prints the milliseconds.
// The key and the base URL are in RUNLOOP_API_KEY and RUNLOOP_BASE_URL; the argument is the number to expect at least.
import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import Runloop from "@runloop/api-client";

const expected = Number(process.argv[2]);
assert.ok(process.env.RUNLOOP_BASE_URL, "a server of our own, never the real one");
const client = new Runloop({ baseURL: process.env.RUNLOOP_BASE_URL, bearerToken: process.env.RUNLOOP_API_KEY });

for await (const line of createInterface({ input: process.stdin })) {
  const sent = performance.now();
  const devboxes = [];
  const first = await client.devboxes.list({ limit: 5000 });
  for await (const page of first.iterPages()) {
    devboxes.push(...page.getPaginatedItems());
  }
  const took = performance.now() - sent;
  assert.ok(devboxes.length >= expected, `${devboxes.length} devboxes`);
  console.log(took.toFixed(2));
}
