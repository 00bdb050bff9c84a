import { join } from 'node:path';
import type { ProxyAddress } from '../../shared/model/place.ts';
import { ownFolder, placeOf } from '../attach/place.ts';
import type { Opened } from '../base/open-whole.ts';
import { type RecordFile, recordFile } from '../store/files/record-file.ts';
import { readLines } from '../transport/udp/left-behind/lines.ts';
import { type Origin, originIn } from '../transport/udp/left-behind/origin.ts';
import { type AssociationRecord, keepRecord } from '../transport/udp/left-behind/record.ts';
import type { ConsoleParts } from './console-parts.ts';

export interface AssociationsPartParts extends Pick<ConsoleParts, 'directory' | 'logFault'> {
  readonly opened: Opened;
  /** Where the proxies are that this console knows of. */
  readonly places: readonly ProxyAddress[];
  readonly note: ConsoleParts['note'] | undefined;
}

/**
 * Ends what a console of this directory that was killed left at proxies that it had reached in UDP, and begins to note what is open now. For whoever
 * holds the lock of the directory. Where the record cannot be read or written the log says so, and the console goes on without it.
 */
export async function createAssociationsPart(
  parts: AssociationsPartParts,
): Promise<AssociationRecord> {
  const { opened, directory, places, logFault, note } = parts;
  const { folder } = placeOf(directory);
  const file = recordFile(join(folder, 'associations'));
  let origin: Origin;
  try {
    origin = originIn(ownFolder(folder));
  } catch (error) {
    logFault('the open associations cannot be noted', error);
    return noRecord;
  }
  const left = readLines((await textOf(file, logFault)) ?? '', origin);
  const record = keepRecord({ file, origin, logFault });
  opened(record.close);
  if (left.length === 0) return record;
  const { endLeftBehind } = await import('../transport/udp/left-behind/end-left.ts');
  // What is not ended yet is noted on: this process may be killed before it is.
  const noted = new Map(left.map((association) => [association, record.add(association)]));
  await endLeftBehind({
    left,
    places,
    onDone: (association) => noted.get(association)?.(),
    onEnd: (sent) => {
      if (sent > 0) note?.('associations that a killed console left were ended', { count: sent });
    },
  });
  return record;
}

async function textOf(
  file: RecordFile,
  logFault: ConsoleParts['logFault'],
): Promise<string | null> {
  try {
    return await file.read();
  } catch (error) {
    logFault('the associations that a killed console left cannot be told', error);
    return null;
  }
}

/** Of a console that has no folder for it. */
const noRecord: AssociationRecord = {
  add: () => () => undefined,
  follow: () => undefined,
  close: async () => undefined,
};
