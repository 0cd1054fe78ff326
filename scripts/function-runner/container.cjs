'use strict';
// The inside of one container: loads a bundle once and answers calls that arrive over IPC, one at a time.
// Plain CommonJS, because the process must hold nothing but Node and the bundle.
const { readFileSync } = require('node:fs');

const bundlePath = process.argv[2];
const send = process.send.bind(process);

// A function has no parent process to talk to.
process.send = undefined;
process.argv.splice(2);
process.on('disconnect', () => process.exit(0));

for (const stream of [process.stdout, process.stderr]) {
  // Lines travel in the same channel as the answer, so that they cannot overtake it or be lost behind it.
  stream.write = (chunk, encoding, callback) => {
    send({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    const done = typeof encoding === 'function' ? encoding : callback;
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
}

// `resourceUsage().maxRSS` also remembers the parent's size at the moment of the fork; the kernel's own high-water mark does not.
function peakRssBytes() {
  try {
    const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (match !== null) return Number(match[1]) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}

function describe(error) {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

let main;
const loadStartedAt = performance.now();
try {
  main = require(bundlePath).main;
  send({ kind: 'loaded', loadMs: performance.now() - loadStartedAt, hasMain: typeof main === 'function' });
} catch (error) {
  send({ kind: 'load-failed', message: describe(error) }, () => process.exit(1));
}

async function answerCall({ context, answerLimitBytes }) {
  let answer;
  try {
    answer = await main(context);
  } catch (error) {
    return { kind: 'threw', message: describe(error), peakRssBytes: peakRssBytes() };
  }
  let body;
  try {
    body = JSON.stringify(answer === undefined ? null : answer);
  } catch (error) {
    return { kind: 'not-json', message: describe(error), peakRssBytes: peakRssBytes() };
  }
  if (body === undefined) return { kind: 'not-json', message: `a ${typeof answer}`, peakRssBytes: peakRssBytes() };
  const bodyBytes = Buffer.byteLength(body);
  if (bodyBytes > answerLimitBytes) return { kind: 'too-large', bodyBytes, peakRssBytes: peakRssBytes() };
  return { kind: 'answered', body, peakRssBytes: peakRssBytes() };
}

process.on('message', async (call) => send(await answerCall(call)));
