import { messages } from '../../../shared/spcp/message.ts';

/** A request as the deployed server reads it. */
export interface DeployedRequest {
  readonly command: number;
  readonly arguments: readonly Uint8Array[];
  /** Bytes that it took. */
  readonly length: number;
}

/** More arguments than this silence the deployed server (deployed behaviour 9). */
const maxArguments = 2;

/**
 * The first request in these bytes. An argument of length 0 is read as one of length 1 (deployed behaviour 6), but for that of 0x06 (deployed
 * behaviour 18).
 */
export function readDeployedRequest(
  bytes: readonly number[],
): DeployedRequest | 'incomplete' | 'too-many-arguments' {
  const [command, count] = bytes;
  if (command === undefined || count === undefined) return 'incomplete';
  if (count > maxArguments) return 'too-many-arguments';
  const least = command === messages.setBufferSize.command ? 0 : 1;
  const list: Uint8Array[] = [];
  let offset = 2;
  for (let i = 0; i < count; i++) {
    const length = bytes[offset];
    if (length === undefined) return 'incomplete';
    const end = offset + 1 + Math.max(length, least);
    if (end > bytes.length) return 'incomplete';
    list.push(Uint8Array.from(bytes.slice(offset + 1, end)));
    offset = end;
  }
  return { command, arguments: list, length: offset };
}
