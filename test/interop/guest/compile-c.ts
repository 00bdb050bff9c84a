import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../../build/tool.ts';

/** Compiles a program for the guest, which sees the host's files and libraries. Answers its path. */
export function compileC(source: URL, name: string): string {
  const program = join(root, 'out/interop', name);
  mkdirSync(dirname(program), { recursive: true });
  execFileSync('cc', ['-O2', '-Wall', '-o', program, fileURLToPath(source)]);
  return program;
}
