import { isDeepStrictEqual } from 'node:util';
import { scopeTest } from '../../shared/fleet/alerts/scope.ts';
import type { Alert } from '../../shared/model/alert.ts';
import type { AlertRule } from '../../shared/model/alert-rule.ts';
import type { Classes } from '../../shared/model/environment-class.ts';
import type { Profile } from '../../shared/model/profile.ts';

export interface EndReasonParts {
  readonly rules: readonly AlertRule[];
  readonly profiles: readonly Profile[];
  readonly classes: Classes;
  /** Ids of rules that were removed just now, and may come back. */
  readonly spared: ReadonlySet<string>;
}

/** Says why an alert is over though nothing recovered: no rule is about it any more, or its proxy is gone. Null where it is not. */
export function endReasons(
  parts: EndReasonParts,
): (alert: Pick<Alert, 'about'>) => 'proxy-removed' | 'rule-changed' | 'rule-removed' | null {
  // Where all that is asked about recovered, thousands are not gone over.
  let profiles: ReadonlyMap<string, Profile> | null = null;
  const rules = new Map(
    parts.rules.map((rule) => [rule.id, { rule, fits: scopeTest(rule.scope, parts.classes) }]),
  );
  return ({ about }) => {
    if (about.kind !== 'rule') return null;
    profiles ??= new Map(parts.profiles.map((each) => [each.id, each]));
    const profile = profiles.get(about.profileId);
    if (profile === undefined) return 'proxy-removed';
    const found = rules.get(about.ruleId);
    if (found === undefined) return parts.spared.has(about.ruleId) ? null : 'rule-removed';
    const { rule, fits } = found;
    const holds =
      rule.enabled && isDeepStrictEqual(rule.condition, about.condition) && fits(profile);
    return holds ? null : 'rule-changed';
  };
}
