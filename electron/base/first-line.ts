const byteOrderMark = '\ufeff';

/** More bytes than any password and its line end can have. */
const maxLineBytes = 4096;

/** Up to the first line end, which is left out; null where the signal fired before. What follows is not read. */
export async function readFirstLine(
  input: NodeJS.ReadableStream & { destroy(): unknown },
  signal: AbortSignal,
): Promise<string | null> {
  const stop = () => input.destroy();
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of input) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      length += bytes.length;
      if (bytes.includes(0x0a) || length > maxLineBytes) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (signal.aborted) return null;
  const [line = ''] = textOf(Buffer.concat(chunks)).split('\n', 1);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Windows writes UTF-16 where nobody asked for it, and says so by the same mark. */
function textOf(bytes: Buffer): string {
  const isUtf16 = [0xfeff, 0xfffe].includes(bytes.length < 2 ? 0 : bytes.readUInt16BE());
  return isUtf16 ? byteOrderMark : bytes.toString();
}
