import { type Classes, classOf, plainClassName } from '../../shared/model/environment-class.ts';
import { tagsIn } from '../../shared/model/name.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { proxyLabels } from './metric.ts';

/** As both text formats write the value of a label. */
export function escapedLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

/** Labels as text, `a="b",c="d"`. One without a value is left out, which means the same to Prometheus. */
export function labelText(labels: Iterable<readonly [name: string, value: string]>): string {
  const parts: string[] = [];
  for (const [name, value] of labels)
    if (value !== '') parts.push(`${name}="${escapedLabel(value)}"`);
  return parts.join(',');
}

/**
 * What tells a proxy's series from others. Its id alone does, also where two proxies have one name; the rest is what people read, group and route by.
 * Tags lie between commas, sorted, so that `tags=~".*,mail,.*"` finds one of them; they make no further series.
 */
export function labelsOf(profile: Profile, classes: Classes): string {
  const tags = tagsIn(profile.tags).toSorted();
  const values: Readonly<Record<(typeof proxyLabels)[number], string>> = {
    profile: profile.id,
    name: profile.name,
    folder: profile.folder,
    class: plainClassName(classOf(classes, profile.environment)),
    tags: tags.length === 0 ? '' : `,${tags.join(',')},`,
  };
  return labelText(proxyLabels.map((name) => [name, values[name]] as const));
}

/** The same for many scrapes of many proxies, which hardly change between two of them. */
export interface KnownLabels {
  of(profile: Profile, classes: Classes): string;
}

export function createKnownLabels(): KnownLabels {
  // A profile that is edited is another object, and so are the classes: what is known of one that is gone goes with it.
  let ofProfiles = new WeakMap<Profile, string>();
  let known: Classes | null = null;
  return {
    of(profile, classes) {
      if (classes !== known) {
        known = classes;
        ofProfiles = new WeakMap();
      }
      const before = ofProfiles.get(profile);
      if (before !== undefined) return before;
      const text = labelsOf(profile, classes);
      ofProfiles.set(profile, text);
      return text;
    },
  };
}
