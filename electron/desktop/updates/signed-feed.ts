import { createPublicKey, verify } from 'node:crypto';
import type { CustomPublishOptions, UpdateInfo } from 'builder-util-runtime';
import { Provider, type ResolvedUpdateFileInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider.js';
import { UpdateFault } from './update-fault.ts';

/** What a description of an update may be long, characters. */
const longest = 100_000;

/** Where a feed is, and who signs it. */
export interface SignedFeedOptions extends CustomPublishOptions {
  readonly feed: string;
  /** Ed25519, PEM. */
  readonly key: string;
}

/**
 * A directory on a web server with `latest….yml` for each system, as electron-builder writes it, and beside it `….sig`: the Ed25519 signature
 * (RFC 8032) of that file, base64. The file holds the hash (SHA-512) of each package, so what is signed is what is installed. Rejects with
 * `UpdateFault`. Tells the server nothing of this installation.
 */
export class SignedFeed extends Provider<UpdateInfo> {
  readonly #base: URL;
  readonly #key: string;

  constructor(
    { feed, key }: SignedFeedOptions,
    _updater: unknown,
    runtime: ProviderRuntimeOptions,
  ) {
    // Servers that answer several ranges at once are few.
    super({ ...runtime, isUseMultipleRangeRequest: false });
    this.#base = new URL(feed.endsWith('/') ? feed : `${feed}/`);
    this.#key = key;
  }

  /** The library would tell a number of this installation here. */
  override setRequestHeaders(): void {
    super.setRequestHeaders(null);
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const file = `${this.getDefaultChannelName()}.yml`;
    const place = new URL(file, this.#base);
    const text = await this.#read(place);
    const signature = await this.#read(new URL(`${file}.sig`, this.#base));
    if (!isSigned(text, signature, this.#key)) throw new UpdateFault('signature');
    try {
      return parseUpdateInfo(text, file, place);
    } catch {
      throw new UpdateFault('answer');
    }
  }

  override resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    return resolveFiles(info, this.#base);
  }

  async #read(place: URL): Promise<string> {
    let text: string | null;
    try {
      text = await this.httpRequest(place);
    } catch (cause) {
      throw new UpdateFault('unreachable', { cause });
    }
    if (text === null || text.length > longest) throw new UpdateFault('answer');
    return text;
  }
}

function isSigned(text: string, signature: string, key: string): boolean {
  try {
    return verify(
      null,
      Buffer.from(text),
      createPublicKey(key),
      Buffer.from(signature.trim(), 'base64'),
    );
  } catch {
    return false;
  }
}
