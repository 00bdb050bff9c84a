import { createPublicKey, verify } from 'node:crypto';
import type { CustomPublishOptions, UpdateInfo } from 'builder-util-runtime';
import { Provider, type ResolvedUpdateFileInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider.js';
import { z } from 'zod';
import type { NodeNetwork } from './node-network.ts';
import { UpdateFault } from './update-fault.ts';

/** What a description of an update may be long, bytes. */
const longest = 100_000;

/** Where a feed is, and who signs it. */
export interface SignedFeedOptions extends CustomPublishOptions {
  readonly feed: string;
  /** Ed25519, PEM. */
  readonly key: string;
  /** What the package for this system is called at its end. */
  readonly extension: string;
  readonly network: NodeNetwork;
  /** Ends the check. */
  readonly signal: AbortSignal;
}

/** A package lies beside its description, and is signed by its size too. */
const fileSchema = z.looseObject({
  url: z
    .string()
    .max(300)
    .regex(/^[\w(][\w.+() -]*$/),
  sha512: z.base64().length(88),
  size: z.int().min(1),
});
const descriptionSchema = z.looseObject({
  version: z.string().max(100),
  files: z.array(fileSchema).min(1).max(50),
  /** Of an installer that fetches the rest by itself. */
  packages: z.undefined().optional(),
});

/**
 * A directory on a web server with `latest….yml` for each system, as electron-builder writes it, and beside it `….sig`: the Ed25519 signature
 * (RFC 8032) of the file's name, a line feed and the file, base64: one for another system is not taken for this one's. The file holds the hash
 * (SHA-512) and size of each package, so what is signed is what is installed. Rejects with `UpdateFault`. Tells the server nothing of this installation.
 */
export class SignedFeed extends Provider<UpdateInfo> {
  readonly #base: URL;
  readonly #options: SignedFeedOptions;

  constructor(options: SignedFeedOptions, _updater: unknown, runtime: ProviderRuntimeOptions) {
    // Servers that answer several ranges at once are few.
    super({ ...runtime, isUseMultipleRangeRequest: false });
    const { feed } = options;
    this.#base = new URL(feed.endsWith('/') ? feed : `${feed}/`);
    this.#options = options;
  }

  /** The library would tell a number of this installation here. */
  override setRequestHeaders(): void {
    super.setRequestHeaders(null);
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const { key, extension } = this.#options;
    const file = descriptionName(this.getDefaultChannelName());
    const place = new URL(file, this.#base);
    const text = await this.#read(place);
    const signature = await this.#read(new URL(`${file}.sig`, this.#base));
    if (!isSigned(`${file}\n${text}`, signature, key)) throw new UpdateFault('signature');
    let info: UpdateInfo;
    try {
      info = parseUpdateInfo(text, file, place);
    } catch {
      throw new UpdateFault('answer');
    }
    const read = descriptionSchema.safeParse(info);
    const isForHere = read.data?.files.some(({ url }) => url.endsWith(extension)) === true;
    if (!isForHere) throw new UpdateFault('answer');
    return info;
  }

  override resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    const files = resolveFiles(info, this.#base);
    for (const {
      url,
      info: { size },
    } of files) {
      if (size !== undefined) this.#options.network.expect(url, size);
    }
    return files;
  }

  #read(place: URL): Promise<string> {
    return this.#options.network.text(place, longest, this.#options.signal);
  }
}

/** As the library's, which knows the two kinds of Mac by one name. */
function descriptionName(channel: string): string {
  const isArmMac = process.platform === 'darwin' && process.arch === 'arm64';
  return `${channel}${isArmMac ? '-arm64' : ''}.yml`;
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
