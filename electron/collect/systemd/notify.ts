import { datagramsTo, type SendTo } from './notify-socket.ts';

/** What the service manager is told, as sd_notify(3) says it. Nothing throws: what cannot be told is logged once. */
export interface ServiceManager {
  /** It works, or is there to take over. Also when a reload is done. */
  ready(status: string): void;
  /** What it does now, for whoever asks `systemctl status`. */
  status(status: string): void;
  reloading(): void;
  stopping(): void;
  /** It is alive. */
  alive(): void;
  /** Within so many milliseconds `alive` has to be said again; null where nobody waits for it. */
  readonly watchdogMs: number | null;
}

export interface NotifyParts {
  /** `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID` are taken out of it: no program that is started from here speaks for this one. */
  readonly env: NodeJS.ProcessEnv;
  readonly pid: number;
  readonly logFault: (what: string, error: unknown) => void;
  readonly open?: (name: string) => SendTo;
}

const variables = ['NOTIFY_SOCKET', 'WATCHDOG_USEC', 'WATCHDOG_PID'] as const;

/** Tells the manager that started this process, where there is one that wants to know. */
export function tellServiceManager({
  env,
  pid,
  logFault,
  open = datagramsTo,
}: NotifyParts): ServiceManager {
  const [socket, usec, forPid] = variables.map((name) => {
    const value = env[name];
    delete env[name];
    return value;
  });
  let send: SendTo | null = null;
  let told = false;
  const lost = (error: unknown): void => {
    if (!told) logFault('the service manager cannot be told', error);
    told = true;
  };
  try {
    if (socket) send = open(socket);
  } catch (error) {
    lost(error);
  }
  const tell = (...lines: readonly string[]): void => {
    if (send === null) return;
    try {
      send(lines.join('\n'));
      told = false;
    } catch (error) {
      lost(error);
    }
  };
  return {
    ready: (status) => tell('READY=1', statusLine(status)),
    status: (status) => tell(statusLine(status)),
    reloading: () => tell('RELOADING=1', `MONOTONIC_USEC=${process.hrtime.bigint() / 1000n}`),
    stopping: () => tell('STOPPING=1'),
    alive: () => tell('WATCHDOG=1'),
    watchdogMs: send === null ? null : watchdogMs(usec, forPid, pid),
  };
}

function watchdogMs(
  usec: string | undefined,
  forPid: string | undefined,
  pid: number,
): number | null {
  if (forPid && Number(forPid) !== pid) return null;
  const ms = Number(usec ?? 0) / 1000;
  return ms > 0 && Number.isFinite(ms) ? ms : null;
}

/** A line break would begin another assignment. */
function statusLine(status: string): string {
  return `STATUS=${status.replaceAll(/[\r\n]+/g, ' ')}`;
}
