import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../../build/tool.ts';
import { packImage } from './image.ts';
import type { GuestCommand, GuestEvent } from './protocol.ts';

/** A program that runs in the guest. */
export interface GuestProgram {
  readonly output: readonly string[];
  readonly errors: readonly string[];
  /** The exit code; null after a signal. */
  readonly exit: Promise<number | null>;
  /** Resolves with the first line, past or to come, that matches. Rejects when the program ends without one. */
  line(pattern: RegExp): Promise<string>;
  signal(signal: Extract<GuestCommand, { type: 'signal' }>['signal']): void;
  write(text: string): void;
}

/** A booted Linux with its own SCTP stack. */
export interface Guest {
  /** Starts a program; a script of this project is run with `node`. */
  run(
    program: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): GuestProgram;
  node(
    script: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): GuestProgram;
  stop(): Promise<void>;
}

interface Listening {
  output: string[];
  errors: string[];
  watchers: Set<() => void>;
  code: number | null | undefined;
}

/** A port of the host's loopback that leads to one of the guest. */
export interface Forward {
  readonly protocol: 'udp' | 'tcp';
  readonly hostPort: number;
  readonly guestPort: number;
}

/** What passes in a counted guest for each instruction of its processor, nanoseconds. */
export const countedNs = 2;

/**
 * Boots a guest under plain emulation; `/dev/kvm` is not used. In one that is `counted` time is the count of instructions, so that what is measured
 * there is the same however busy this machine is. Rejects with the guest's console when it does not come up.
 */
export async function bootGuest(
  tools: { readonly kernel: string; readonly modules: string },
  forwards: readonly Forward[],
  { counted = false }: { readonly counted?: boolean } = {},
): Promise<Guest> {
  const folder = mkdtempSync(join(tmpdir(), 'spcp-guest-'));
  const image = packImage(tools, folder);
  const console = join(folder, 'console.log');
  const net = forwards
    .map(
      ({ protocol, hostPort, guestPort }) =>
        `,hostfwd=${protocol}:127.0.0.1:${hostPort}-:${guestPort}`,
    )
    .join('');
  const qemu = spawn(
    'qemu-system-x86_64',
    [
      ...[
        '-accel',
        'tcg',
        '-smp',
        '1',
        '-m',
        '1024',
        '-nodefaults',
        '-no-reboot',
        '-display',
        'none',
      ],
      ...(counted ? ['-icount', `shift=${Math.log2(countedNs)},sleep=off`] : []),
      ...['-kernel', tools.kernel, '-initrd', image, '-append', 'console=ttyS0 quiet panic=-1'],
      ...['-serial', `file:${console}`, '-serial', 'stdio'],
      ...['-virtfs', 'local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap'],
      ...['-netdev', `user,id=net${net}`, '-device', 'virtio-net-pci,netdev=net'],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  // Whoever ends before `stop` leaves no guest behind.
  const end = (): void => void qemu.kill('SIGKILL');
  process.once('exit', end);
  const programs = new Map<number, Listening>();
  await ready(qemu, programs, console);
  let next = 0;
  const send = (command: GuestCommand): void => {
    qemu.stdin?.write(`${JSON.stringify(command)}\n`);
  };
  const run: Guest['run'] = (program, args, env) => {
    const id = ++next;
    const state: Listening = { output: [], errors: [], watchers: new Set(), code: undefined };
    programs.set(id, state);
    send({ type: 'run', id, program, args, ...(env ? { env } : {}) });
    return programOf(id, state, send);
  };
  return {
    run,
    node: (script, args = [], env) =>
      run(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(root, script), ...args],
        env,
      ),
    async stop() {
      const gone = new Promise<void>((resolve) => {
        if (qemu.exitCode !== null) resolve();
        else qemu.once('exit', () => resolve());
      });
      qemu.kill('SIGTERM');
      await gone;
      process.off('exit', end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(
  qemu: ChildProcess,
  programs: Map<number, Listening>,
  console: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    qemu.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    qemu.once('exit', () => {
      let log = '';
      try {
        log = readFileSync(console, 'utf8');
      } catch {
        log = 'no console';
      }
      reject(new Error(`the guest did not come up: ${complaint}\n${log.slice(-2000)}`));
    });
    if (!qemu.stdout) throw new Error('the guest has no second serial port');
    createInterface({ input: qemu.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      const event = JSON.parse(line) as GuestEvent;
      if (event.type === 'ready') {
        resolve();
        return;
      }
      const state = programs.get(event.id);
      if (!state) return;
      if (event.type === 'exit') state.code = event.code;
      else state[event.type === 'stdout' ? 'output' : 'errors'].push(event.line);
      for (const watcher of [...state.watchers]) watcher();
    });
  });
}

function programOf(
  id: number,
  state: Listening,
  send: (command: GuestCommand) => void,
): GuestProgram {
  const until = <T>(look: () => T | undefined, reject?: () => Error | undefined): Promise<T> =>
    new Promise((resolve, fail) => {
      const watcher = (): void => {
        const found = look();
        const problem = found === undefined ? reject?.() : undefined;
        if (found === undefined && problem === undefined) return;
        state.watchers.delete(watcher);
        if (found !== undefined) resolve(found);
        else fail(problem);
      };
      state.watchers.add(watcher);
      watcher();
    });
  return {
    output: state.output,
    errors: state.errors,
    exit: until(() => (state.code === undefined ? undefined : { code: state.code })).then(
      ({ code }) => code,
    ),
    line: (pattern) =>
      until(
        () => [...state.output, ...state.errors].find((line) => pattern.test(line)),
        () =>
          state.code === undefined
            ? undefined
            : new Error(
                `ended with ${state.code} without a line like ${pattern}: ${[...state.output, ...state.errors].join('\n')}`,
              ),
      ),
    signal: (signal) => send({ type: 'signal', id, signal }),
    write: (text) => send({ type: 'input', id, text }),
  };
}
