// Runs one engine in a process group of its own and sees to it that the group ends with whoever started it: standard
// input is a pipe from there, and its end means that the other side is gone, however it died.
//   node watchdog.mjs '{"command": …, "args": […], "env": {…}, "cwd": …, "log": …, "uid": …, "gid": …}'
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';

const { command, args, env, cwd, log, uid, gid } = JSON.parse(process.argv[2]);
const output = openSync(log, 'a');
const engine = spawn(command, args, {
  env,
  cwd,
  stdio: ['ignore', output, output],
  detached: true,
  ...(uid === undefined ? {} : { uid, gid }),
});

let ending = false;
function end() {
  if (ending) return;
  ending = true;
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), 15_000).unref();
}

function signalGroup(signal) {
  try {
    process.kill(-engine.pid, signal);
  } catch {
    // the group has ended already
  }
}

engine.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
engine.once('exit', (code, signal) => {
  signalGroup('SIGKILL'); // children the engine may have left behind
  process.exit(code ?? (signal ? 1 : 0));
});
if (engine.pid) process.stdout.write(`${engine.pid}\n`);
process.stdout.on('error', end);
process.stdin.resume().on('end', end).on('close', end).on('error', end);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
