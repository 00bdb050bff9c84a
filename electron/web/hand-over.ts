import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeHtml } from './answers/page-frame.ts';

/** An address in a file that only this user can read. */
export interface HandedOver {
  readonly path: string;
  /** Removes the file; never rejects. */
  remove(): Promise<void>;
}

/**
 * Writes a page that goes on to the address. The arguments of a program can be read by every user of a machine, and the address holds a
 * token: a browser is given the path of this page instead. Rejects where no file can be written.
 */
export async function handOver(address: string): Promise<HandedOver> {
  // Readable for this user alone, as mkdtemp makes it.
  const directory = await mkdtemp(join(placeForBrowsers(), 'spcp-console-'));
  const path = join(directory, 'open.html');
  const remove = () => rm(directory, { recursive: true, force: true }).catch(() => undefined);
  try {
    await writeFile(path, redirectTo(address), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}

/** Browsers that come as snaps have a temporary directory of their own, and see of this user's files those that are not hidden. */
function placeForBrowsers(): string {
  const home = homedir();
  return process.platform === 'linux' && existsSync(join(home, 'snap')) ? home : tmpdir();
}

function redirectTo(address: string): string {
  const target = escapeHtml(address);
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${target}">
<title>SPCP Console</title>
<p><a href="${target}">SPCP Console</a></p>
`;
}
