import { useMemo } from 'react';
import type { Alert } from '../../shared/model/alert.ts';
import type { AlertRule, Maintenance } from '../../shared/model/alert-rule.ts';
import type { Fetched } from './fetched.ts';
import { useCall } from './use-call.ts';

/** Alerts that belong together, the newest first. */
export type Batch = readonly [Alert, ...Alert[]];

/** The alerts that are not over, as they are now. */
export function useAlerts(): Fetched<readonly Alert[]> {
  return useCall('alerts.list', {}, { live: true });
}

export function useAlertRules(): Fetched<readonly AlertRule[]> {
  return useCall('alerts.rules', {}, { live: true });
}

export function useMaintenance(): Fetched<readonly Maintenance[]> {
  return useCall('alerts.maintenance', {}, { live: true });
}

/** Alerts as they are shown: those that fired together as one, the newest first. */
export function batchesOf(alerts: readonly Alert[]): readonly Batch[] {
  const batches = new Map<string, [Alert, ...Alert[]]>();
  for (const alert of alerts.toSorted((a, b) => b.firedAt - a.firedAt)) {
    const batch = batches.get(alert.batch);
    if (batch === undefined) batches.set(alert.batch, [alert]);
    else batch.push(alert);
  }
  return [...batches.values()];
}

/** How many there are that nobody acknowledged, those that fired together as one. */
export function useAlertCount(): number {
  const { value } = useAlerts();
  return useMemo(
    () => batchesOf((value ?? []).filter(({ acknowledged }) => acknowledged === null)).length,
    [value],
  );
}
