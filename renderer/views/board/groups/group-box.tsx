import { useEffect, useRef } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useStore } from '../../../api/store.ts';
import { useSelection } from '../../../fleet/selection/selection.ts';

/** Chooses all proxies of a group, or none of them. */
export function GroupBox(props: { profiles: readonly ProfileEntry[]; label: string }) {
  const selection = useSelection();
  const chosen = useStore(selection.ids);
  const box = useRef<HTMLInputElement>(null);
  const count = props.profiles.filter(({ id }) => chosen.has(id)).length;
  const all = count === props.profiles.length;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = count > 0 && !all;
  }, [count, all]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={props.label}
      title={props.label}
      checked={all}
      onChange={() =>
        selection.setAll(
          props.profiles.map(({ id }) => id),
          !all,
        )
      }
    />
  );
}
