import type { UpdateFailure } from '../../../shared/model/updates.ts';

/** No update could be had, and why. */
export class UpdateFault extends Error {
  readonly why: UpdateFailure;

  constructor(why: UpdateFailure, options?: ErrorOptions) {
    super(`no update: ${why}`, options);
    this.name = 'UpdateFault';
    this.why = why;
  }
}

const diskCodes = new Set([
  ...['ENOSPC', 'EACCES', 'EROFS', 'EPERM', 'EDQUOT', 'EIO', 'ENOENT'],
  ...['EEXIST', 'EISDIR', 'ENOTDIR', 'ELOOP', 'ENOTEMPTY'],
]);

/** Why what was thrown kept an update away. */
export function failureOf(error: unknown): UpdateFailure {
  if (error instanceof UpdateFault) return error.why;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_UPDATER_INVALID_VERSION') return 'answer';
  if (code === 'ERR_CHECKSUM_MISMATCH' || code.startsWith('ERR_UPDATER')) return 'file';
  return diskCodes.has(code) ? 'disk' : 'unreachable';
}
