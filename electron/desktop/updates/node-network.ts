import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { CancellationError, type DownloadOptions, HttpExecutor } from 'builder-util-runtime';
import { UpdateFault } from './update-fault.ts';

const mostRedirects = 5;
/** A server that says nothing for so long is not there, milliseconds. */
const silenceMs = 60_000;

/**
 * Fetches with Node. Chromium resolves no name in this app, and stays so: its network would be a second way out. Takes no more bytes than were
 * asked for, and follows redirects within the feed's own origin only. Rejects with `UpdateFault`, and with the disk's own errors.
 */
export class NodeNetwork extends HttpExecutor<ClientRequest> {
  readonly #sizes = new Map<string, number>();
  readonly #silenceMs: number;

  constructor(silence = silenceMs) {
    super();
    this.#silenceMs = silence;
  }

  /** Nothing of the library's own comes here: it would take an answer without end. */
  override createRequest(): never {
    throw new UpdateFault('unreachable');
  }

  /** How many bytes are signed for at this address: what was not said is not fetched. */
  expect(place: URL, size: number): void {
    this.#sizes.set(place.href, size);
  }

  /** A text of at most so many bytes. */
  async text(place: URL, longest: number, signal: AbortSignal): Promise<string> {
    const response = await this.#open(place, signal);
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > longest) throw new UpdateFault('answer');
        chunks.push(chunk);
      }
    } catch (cause) {
      throw cause instanceof UpdateFault ? cause : new UpdateFault('unreachable', { cause });
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  /** As the library's own, by Node: a file that is not of the signed size and hash is refused. */
  async download(
    url: URL,
    destination: string,
    { cancellationToken, sha512, onProgress }: DownloadOptions,
  ): Promise<string> {
    const total = this.#sizes.get(url.href);
    if (total === undefined) throw new UpdateFault('answer');
    const ending = new AbortController();
    const end = (): void => ending.abort();
    cancellationToken.once('cancel', end);
    if (cancellationToken.cancelled) end();
    const hash = createHash('sha512');
    let transferred = 0;
    async function* counted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      let told = 0;
      for await (const chunk of source) {
        transferred += chunk.length;
        if (transferred > (total ?? 0)) throw new UpdateFault('file');
        hash.update(chunk);
        const percent = Math.floor((transferred * 100) / (total ?? 1));
        if (percent > told) {
          told = percent;
          onProgress?.({
            total: total ?? 0,
            delta: chunk.length,
            transferred,
            percent,
            bytesPerSecond: 0,
          });
        }
        yield chunk;
      }
    }
    try {
      const response = await this.#open(url, ending.signal);
      const file = createWriteStream(destination, { flags: 'wx', mode: 0o600 });
      await pipeline(response, counted, file, { signal: ending.signal });
    } catch (error) {
      throw cancellationToken.cancelled ? new CancellationError() : error;
    } finally {
      cancellationToken.off('cancel', end);
    }
    if (transferred !== total || hash.digest('base64') !== sha512) throw new UpdateFault('file');
    return destination;
  }

  async #open(place: URL, signal: AbortSignal): Promise<IncomingMessage> {
    let at = place;
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const response = await this.#ask(at, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode === 200) return response;
      response.destroy();
      const isRedirect = statusCode >= 300 && statusCode < 400;
      const next = isRedirect ? URL.parse(headers.location ?? '', at.href) : null;
      if (next === null || headers.location === undefined || next.origin !== place.origin) {
        throw new UpdateFault('unreachable', { cause: new Error(`status ${statusCode}`) });
      }
      at = next;
    }
    throw new UpdateFault('unreachable', { cause: new Error('too many redirects') });
  }

  #ask(place: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const send = place.protocol === 'http:' ? plain : secure;
    const headers = { 'User-Agent': 'electron-builder', 'Cache-Control': 'no-cache' };
    return new Promise((resolve, reject) => {
      const refuse = (cause: unknown): void => reject(new UpdateFault('unreachable', { cause }));
      if (signal.aborted) return refuse(signal.reason);
      // No connection outlives its answer.
      const options = { headers, signal, timeout: this.#silenceMs, agent: false } as const;
      const request = send(place, options, resolve);
      request.on('timeout', () => request.destroy(new Error('the server is silent')));
      request.on('error', refuse);
      request.end();
    });
  }
}
