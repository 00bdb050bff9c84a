/** What the host tells the guest's agent, one JSON value a line on the second serial port. */
export type GuestCommand =
  | {
      readonly type: 'run';
      readonly id: number;
      readonly program: string;
      readonly args: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'input'; readonly id: number; readonly text: string }
  | {
      readonly type: 'signal';
      readonly id: number;
      readonly signal:
        | 'SIGINT'
        | 'SIGTERM'
        | 'SIGKILL'
        | 'SIGSTOP'
        | 'SIGCONT'
        | 'SIGUSR1'
        | 'SIGUSR2';
    }
  | { readonly type: 'end' };

/** What the agent tells the host. */
export type GuestEvent =
  | { readonly type: 'ready' }
  | { readonly type: 'stdout' | 'stderr'; readonly id: number; readonly line: string }
  | {
      readonly type: 'exit';
      readonly id: number;
      readonly code: number | null;
      readonly signal: string | null;
    };
