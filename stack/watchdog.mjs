// Runs one program in a process group of its own and sees to it that the group ends with whoever started it: standard
// input is a pipe from there, and its end means that the other side is gone, however it died. The program gets the
// environment of this process; its id is written to standard output.
//   node watchdog.mjs '{"command": …, "args": […], "cwd": …, "log": …, "uid": …, "gid": …}'
import { spawn } from 'node:child_process';
import { existsSync, openSync, renameSync, statSync } from 'node:fs';

const { command, args, cwd, log, uid, gid } = JSON.parse(process.argv[2]);
const largestLog = 20e6;
// Should even this process be killed, the kernel tells the program to end.
const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
const prefix = process.platform === 'linux' && setpriv ? [setpriv, '--pdeathsig', 'TERM', '--'] : [];
const [program, ...rest] = [...prefix, command, ...args];

if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(log, `${log}.old`);
let engine;
let ending = false;
process.stdout.on('error', end);
process.stdin.resume().on('end', end).on('close', end).on('error', end);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);

process.umask(0o022); // programs are laid out for the engines' user to read; data folders are closed by their own mode
const output = openSync(log, 'a');
engine = spawn(program, rest, {
  cwd,
  stdio: ['ignore', output, output],
  detached: true,
  ...(uid === undefined ? {} : { uid, gid }),
});
if (engine.pid) process.stdout.write(`${engine.pid}\n`);
engine.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
engine.once('exit', (code, signal) => {
  signalGroup('SIGKILL'); // children the engine may have left behind
  process.exit(code ?? (signal ? 1 : 0));
});

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
