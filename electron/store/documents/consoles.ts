import { z } from 'zod';
import { type RemoteConsole, remoteConsoleSchema } from '../../../shared/model/remote-console.ts';
import { type JsonDocument, openDocument } from './document.ts';
import type { DocumentFormat } from './format.ts';

const format: DocumentFormat<readonly RemoteConsole[]> = {
  file: 'consoles.json',
  migrations: [],
  copies: 2,
  empty: [],
  encode: (consoles) => ({ consoles }),
  decode(content) {
    const frame = z.object({ consoles: z.array(z.unknown()) });
    const read = frame.parse(content).consoles.map((each) => ({
      id: z.object({ id: z.string() }).safeParse(each).data?.id ?? null,
      value: remoteConsoleSchema.safeParse(each).data,
    }));
    return {
      value: read.flatMap(({ value }) => (value === undefined ? [] : [value])),
      lost: read.flatMap(({ id, value }) => (value === undefined ? [id] : [])),
    };
  },
  mend(consoles, id, copy) {
    const found = copy.find((each) => each.id === id);
    return found === undefined ? null : [...consoles, found];
  },
};

/** Opens `consoles.json`, how consoles on other machines are reached, and follows what other processes write. */
export function openConsolesFile(
  directory: string,
): Promise<JsonDocument<readonly RemoteConsole[]>> {
  return openDocument(directory, format, { watch: true });
}
