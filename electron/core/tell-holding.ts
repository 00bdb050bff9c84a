import type { Notice } from '../../shared/facts/notices.ts';
import type { Notices } from './notices.ts';

/** Where notices of what holds come from, each under an id of its place. */
export interface Holding {
  notices(): readonly Notice[];
  /** Returns unsubscribing. */
  onChange(listener: () => void): () => void;
}

/** Tells what holds, each once, until it is another one or holds no more. Returns the end of it. */
export function tellHolding(holding: Holding, notices: Pick<Notices, 'add' | 'ends'>): () => void {
  let told = new Map<string, string>();
  const tell = (): void => {
    const all = holding.notices();
    const now = new Map(all.map(({ id, detail }) => [id, JSON.stringify(detail)]));
    for (const id of told.keys()) if (!now.has(id)) notices.ends(id);
    notices.add(all.filter(({ id }) => told.get(id) !== now.get(id)));
    told = now;
  };
  tell();
  return holding.onChange(tell);
}
