import { assertNever } from '../../../shared/assert.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { type StorageTrouble, storageTroubles } from '../../../shared/model/storage-trouble.ts';
import { storageText } from '../../store/storage-text.ts';

/** What a store tells once, as a sentence. */
export function noticeText({ code, detail }: Notice): string {
  const file = `${detail.file ?? 'A file'}`;
  const damaged = detail.kept === null ? 'was not there' : 'was damaged';
  const kept = detail.kept ? ` and is kept as ${detail.kept}` : '';
  const from =
    typeof detail.restoredFrom === 'number' ? new Date(detail.restoredFrom).toISOString() : null;
  const copy = from === null ? 'what could be read is in force' : `the copy of ${from} is in force`;
  switch (code) {
    case 'profiles-restored':
    case 'file-restored':
      return `${file} ${damaged}${kept}; ${copy}. Look whether the last change is missing.`;
    case 'profiles-damaged':
    case 'file-damaged':
      return `${file} ${damaged}${kept}; ${copy}. Look what is missing, and enter it again.`;
    case 'history-damaged':
      return `${file} was damaged${kept}; the history begins anew, entries of the audit log taken over: ${detail.auditEntries ?? 0}.`;
    case 'history-emptied':
      return `${file} held no history any more, though one was kept in it${kept}; the history begins anew, entries of the audit log taken over: ${detail.auditEntries ?? 0}.`;
    case 'history-foreign':
      return `${file} was not written by SPCP Console${kept}; the history begins anew. Look whose it is, and put it back where it belongs.`;
    case 'file-newer':
      return `${file} was written by a newer release of SPCP Console and is left as it is. Use that release, or another directory with --data-dir.`;
    case 'history-in-memory':
    case 'storage-failed':
      return storageText(
        `${detail.path ?? 'The data directory'}`,
        troubleOf(detail.reason),
        `${detail.cause ?? 'an unknown error'}`,
      );
    case 'passwords-exposed':
      return `${file} had passwords under a key that everybody knows. Encrypted anew: ${detail.sealed ?? 0}; removed: ${detail.removed ?? 0}.`;
    case 'polls-missed':
      return 'Polls were missed, since this machine was busy.';
    default:
      return assertNever(code);
  }
}

function troubleOf(reason: unknown): StorageTrouble {
  return storageTroubles.find((trouble) => trouble === reason) ?? 'other';
}
