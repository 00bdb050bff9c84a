import { type ChildProcess, spawn } from 'node:child_process';

/** The user's own, with its configuration, keys, agent, known hosts and jump hosts; found by PATH. */
const program = 'ssh';

/** How a run was over. `error` is the system's, where the program could not be started. */
export interface SshExit {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly error: NodeJS.ErrnoException | null;
}

/** A running `ssh`. It is never left behind: `end` and `kill` lead to its exit in bounded time. */
export interface SshProcess {
  /** Resolves once, when it is over and its output was read; never rejects. */
  readonly exited: Promise<SshExit>;
  /** The end of what it, or the command on the far side, wrote to standard error. As it came: escape it before it is shown. */
  readonly said: string;
  /** `written`: the program's input has taken it, or is closed. */
  write(bytes: Uint8Array, written?: () => void): void;
  /** Holds its output back, which then waits on the far side, and lets it go on. */
  pause(): void;
  resume(): void;
  /** Closes its standard input, and after a time of patience terminates it. */
  end(patienceMs: number): Promise<SshExit>;
  /** Terminates it now. */
  kill(): Promise<SshExit>;
}

export interface SshListeners {
  readonly onOutput: (bytes: Uint8Array) => void;
  /** Something more was `said`. */
  readonly onSaid: () => void;
}

/** Characters of standard error that are kept. */
const saidLength = 8192;
/** How long a terminated program may take before it is killed, milliseconds. */
const termMs = 1000;
/** How long output of a program that is over may still be read, milliseconds; a program of its own (ProxyCommand) may hold it open. */
const drainMs = 500;
/** On Windows a group of its own would open a console window. */
const ownGroup = process.platform !== 'win32';

/** Starts it with an argument vector, never through a shell. */
export function startSsh(args: readonly string[], { onOutput, onSaid }: SshListeners): SshProcess {
  // Where no file descriptor is left it comes without streams, and says why a turn later.
  const child: ChildProcess = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment(process.env),
    // Ctrl+C in the terminal of the command line ends the session in order, and is not ssh's.
    detached: ownGroup,
    windowsHide: true,
  });
  let said = '';
  let over = false;
  const exited = exitOf(child).then((exit) => {
    over = true;
    return exit;
  });
  // The exit tells more than a broken pipe.
  child.stdin?.on('error', () => {});
  child.stdout?.on('data', (bytes: Buffer) => onOutput(bytes));
  child.stderr?.setEncoding('latin1');
  child.stderr?.on('data', (text: string) => {
    said = (said + text).slice(-saidLength);
    onSaid();
  });
  const kill = (): Promise<SshExit> => {
    if (over) return exited;
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), termMs);
    return exited.finally(() => clearTimeout(timer));
  };
  return {
    exited,
    get said() {
      return said;
    },
    write(bytes, written = () => undefined) {
      if (!over && child.stdin?.writable) child.stdin.write(bytes, () => written());
      else written();
    },
    pause: () => void child.stdout?.pause(),
    resume: () => void child.stdout?.resume(),
    end(patienceMs) {
      child.stdin?.end();
      const timer = setTimeout(() => void kill(), patienceMs);
      return exited.finally(() => clearTimeout(timer));
    },
    kill,
  };
}

/** English messages, and nothing of our own: ssh may hand variables on to the far side (SendEnv). */
function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(own).filter(([name]) => !name.startsWith('SPCP_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function exitOf(child: ChildProcess): Promise<SshExit> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      if (child.pid === undefined) resolve({ code: null, error });
    });
    child.once('exit', (code) => {
      const finish = (): void => {
        clearTimeout(timer);
        for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
        resolve({ code, error: null });
      };
      const timer = setTimeout(finish, drainMs);
      child.once('close', finish);
    });
  });
}

/** Signals the program and what it started (ProxyCommand, ProxyJump), as long as it runs. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
