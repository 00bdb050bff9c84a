/** Bytes that arrive in pieces of any size, as lines. */
export interface LineBuffer {
  push(chunk: Buffer): void;
  /** The next whole line without its end, `null` where there is none yet; `too-long` once more bytes than that came without an end of line. */
  next(longest: number): Buffer | 'too-long' | null;
  /** Whether bytes wait of which no line was made. */
  readonly holds: boolean;
}

const lineFeed = 10;
const nothing: Buffer = Buffer.alloc(0);

/** Each byte is looked at once: a line of megabytes comes in very many pieces. */
export function createLineBuffer(): LineBuffer {
  let begun: Buffer[] = [];
  let length = 0;
  let rest = nothing;
  return {
    push(chunk) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    },
    next(longest) {
      const end = rest.indexOf(lineFeed);
      const piece = end === -1 ? rest : rest.subarray(0, end);
      if (length + piece.length > longest) return 'too-long';
      if (end === -1) {
        if (piece.length > 0) begun.push(piece);
        length += piece.length;
        rest = nothing;
        return null;
      }
      const line = begun.length === 0 ? piece : Buffer.concat([...begun, piece]);
      begun = [];
      length = 0;
      rest = rest.subarray(end + 1);
      return line;
    },
    get holds() {
      return length > 0 || rest.length > 0;
    },
  };
}
