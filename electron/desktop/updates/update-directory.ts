import { lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UpdateFault } from './update-fault.ts';

/**
 * Makes the directory where updates lie ready for the library and returns the path of the file that tells it so. What is neither a file nor a
 * directory in there is removed, since the library would follow it. Throws `disk` where the directory itself is a link or no directory.
 */
export async function prepareUpdateDirectory(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (!(await lstat(directory)).isDirectory()) throw new UpdateFault('disk');
  await removeLinks(directory);
  const config = join(directory, 'app-update.yml');
  await rm(config, { recursive: true, force: true });
  await writeFile(config, 'updaterCacheDirName: fetched\n', { flag: 'wx', mode: 0o600 });
  return config;
}

async function removeLinks(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await removeLinks(path);
    else if (!entry.isFile()) await rm(path);
  }
}
