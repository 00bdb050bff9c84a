import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { compiledFolder } from './compile-ahead.ts';
import type { GuestCommand, GuestEvent } from './protocol.ts';

/** Runs inside the guest: starts programs there and hands their lines to the host, one JSON value a line. */
const children = new Map<number, ChildProcess>();

function tell(event: GuestEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function lines(id: number, child: ChildProcess, stream: 'stdout' | 'stderr'): void {
  const source = child[stream];
  if (source)
    createInterface({ input: source }).on('line', (line) => tell({ type: stream, id, line }));
}

function obey(command: GuestCommand): void {
  switch (command.type) {
    case 'run': {
      const child = spawn(command.program, command.args, {
        stdio: ['pipe', 'pipe', 'pipe'],
        env: {
          ...process.env,
          PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
          HOME: '/run',
          TMPDIR: '/run',
          NODE_COMPILE_CACHE: compiledFolder,
          ...command.env,
        },
      });
      children.set(command.id, child);
      lines(command.id, child, 'stdout');
      lines(command.id, child, 'stderr');
      child.on('error', (error) => tell({ type: 'stderr', id: command.id, line: error.message }));
      child.on('close', (code, signal) => {
        children.delete(command.id);
        tell({ type: 'exit', id: command.id, code, signal });
      });
      return;
    }
    case 'input':
      children.get(command.id)?.stdin?.write(command.text);
      return;
    case 'signal':
      children.get(command.id)?.kill(command.signal);
      return;
    case 'end':
      process.exit(0);
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line.trim() !== '') obey(JSON.parse(line) as GuestCommand);
});
tell({ type: 'ready' });
