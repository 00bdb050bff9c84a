import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { monitoringFiles } from './files.ts';

for (const [name, text] of Object.entries(monitoringFiles()))
  await writeFile(fileURLToPath(new URL(name, import.meta.url)), text);
