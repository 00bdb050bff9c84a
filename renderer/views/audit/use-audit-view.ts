import { useMemo } from 'react';
import type { AuditFilter } from '../../../shared/model/audit-filter.ts';
import { useProfiles } from '../../api/profiles.ts';
import { type ChangeView, useViewState } from '../../api/view-state.ts';
import { chosenIds } from '../../components/log-filters/chosen-ids.ts';
import { auditSearch } from '../../searches.ts';

/** What the address of the audit log says. */
export type AuditView = ReturnType<typeof auditSearch.parse>;

const clear: AuditView = {
  proxy: undefined,
  outcomes: [],
  text: undefined,
  actor: undefined,
  plan: undefined,
  folder: undefined,
  setting: undefined,
  shell: undefined,
  from: undefined,
  to: undefined,
};

/** What of the audit log is wanted, as the address says it, and as the log is asked for it. */
export function useAuditView(): {
  readonly view: AuditView;
  readonly filter: AuditFilter;
  /** Something is left out. */
  readonly filtered: boolean;
  readonly change: ChangeView<AuditView>;
  readonly clear: () => void;
} {
  const [view, change] = useViewState(auditSearch);
  const { value: profiles } = useProfiles();
  const said = JSON.stringify(view);
  // By what it says: each render has another object, and each page is asked for by it.
  const filter = useMemo((): AuditFilter => {
    const { proxy, folder, outcomes, text, ...others } = JSON.parse(said) as AuditView;
    return {
      ...others,
      ...(text ? { text } : {}),
      ...(outcomes.length > 0 ? { outcomes } : {}),
      ...chosenIds(profiles ?? [], { proxy, folder }),
    };
  }, [said, profiles]);
  return {
    view,
    filter,
    filtered: Object.keys(filter).length > 0,
    change,
    clear: () => change(clear),
  };
}
