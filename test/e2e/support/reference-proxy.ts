import { firstLine, interrupt, startProgram } from './app.ts';

/** A reference proxy in a process of its own, as an administrator starts one. */
export interface StartedProxy {
  readonly host: string;
  readonly port: number;
  readonly udpPort: number;
  readonly pop3Port: number;
  readonly user: string;
  readonly password: string;
  /** Interrupts it; resolves when it has ended. */
  stop(): Promise<void>;
}

/** Starts one; `udpPort` 0 takes any that is free. */
export async function startProxy(udpPort = 0, password?: string): Promise<StartedProxy> {
  const child = startProgram('electron/reference-proxy/run.ts', [
    ...['--udp-port', String(udpPort), '--traffic', '--json'],
    ...(password === undefined ? [] : ['--password', password]),
  ]);
  const line = await firstLine(child);
  return {
    ...(JSON.parse(line) as Omit<StartedProxy, 'stop'>),
    stop: async () => void (await interrupt(child)),
  };
}
