import { useCallback, useEffect, useState } from 'react';
import { type LeaveGuarded, useLeaveGuard } from '../api/leave-guard.ts';
import { navigate } from '../api/page.ts';
import { LeaveDialog } from './leave-dialog.tsx';

/**
 * Asks before what was typed is left behind, and leaves by itself once it is saved: to where the user wanted meanwhile, else to `next`.
 * `within`: as `useLeaveGuard` has it.
 */
export function LeaveQuestion(props: {
  dirty: boolean;
  saving: boolean;
  next: string | null;
  within?: LeaveGuarded;
}) {
  const { dirty, saving, next, within } = props;
  const [wanted, setWanted] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const attempt = useCallback((path: string) => setWanted(path), []);
  useLeaveGuard(dirty && !left, attempt, within);
  useEffect(() => {
    // Only once the guard is gone: it would stop this one too.
    if (left && wanted !== null) navigate(wanted);
    else if (!dirty && next !== null) navigate(wanted ?? next);
  }, [left, wanted, dirty, next]);
  return (
    <LeaveDialog
      opened={wanted !== null && !left && !saving && next === null}
      onStay={() => setWanted(null)}
      onLeave={() => setLeft(true)}
    />
  );
}
