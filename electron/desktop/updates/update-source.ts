import type { Policy } from '../../../shared/model/policy.ts';
import { type UpdateOffReason, updateFeedSchema } from '../../../shared/model/updates.ts';

/** How the app is replaced. */
export type UpdateWay = 'appimage' | 'nsis' | 'mac';

/** What the build says of its updates: where they are, and the public key (Ed25519, PEM) of who signs them. */
export interface BuiltIn {
  readonly feed: string | null;
  readonly key: string | null;
}

export interface UpdateSource {
  readonly way: UpdateWay;
  readonly feed: string;
  readonly key: string;
}

/** What says whether there are updates here. */
export interface UpdateSystem {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isPackaged: boolean;
  /** Of the Mac App Store. */
  readonly isStore: boolean;
}

/**
 * Where updates come from, or why there are none. What administrators forbid comes first, then what replaces the app otherwise: a package manager,
 * or a hand that unpacked it. They may name another place; whoever signs is said by the build alone.
 */
export function updateSource(
  system: UpdateSystem,
  builtIn: BuiltIn,
  policy: Pick<Policy, 'updates' | 'updateFeed'>,
): UpdateSource | Exclude<UpdateOffReason, 'web-shell' | 'choice'> {
  if (policy.updates === false) return 'policy';
  const way = wayOf(system);
  if (way === null) return 'package-manager';
  const feed = updateFeedSchema.safeParse(policy.updateFeed ?? builtIn.feed);
  if (!feed.success || builtIn.key === null) return 'no-feed';
  return { way, feed: feed.data, key: builtIn.key };
}

function wayOf({ platform, env, isPackaged, isStore }: UpdateSystem): UpdateWay | null {
  if (!isPackaged) return null;
  if (platform === 'win32') return env.PORTABLE_EXECUTABLE_FILE === undefined ? 'nsis' : null;
  if (platform === 'darwin') return isStore ? null : 'mac';
  return platform === 'linux' && env.APPIMAGE ? 'appimage' : null;
}
