import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisSystem } from '../../../../electron/store/managed/locate.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** What a file of managed profiles says unless told otherwise. */
export const managedContent = {
  format: 'spcp-console-managed',
  version: 1,
  organisation: 'Example Corp',
  profiles: [{ name: 'Madrid', host: 'm.example', settings: { user: 'ana' } }],
};

/** A system on which the environment names a file of a directory of its own. */
export function managedSystem(more: object = {}) {
  const file = join(temporaryDirectory(), 'managed.json');
  const write = (content: object | string): void =>
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  write({ ...managedContent, ...more });
  const system = {
    ...thisSystem,
    platform: 'linux' as const,
    env: { SPCP_CONSOLE_MANAGED: file },
    systemFile: join(temporaryDirectory(), 'system.json'),
  };
  return { file, system, write };
}
