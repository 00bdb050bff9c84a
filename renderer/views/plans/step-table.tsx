import { IconLock } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type PlanStep, wantedOf } from '../../../shared/model/plan.ts';
import { inOneLine } from '../../../shared/texts/texts.ts';
import { useProfiles } from '../../api/profiles.ts';
import { EnvironmentBadge } from '../../components/environment-badge.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { unbroken } from '../../components/unbroken.ts';
import { ValueText } from '../../components/value-text.tsx';
import { useSpeaker } from '../../format/use-speaker.ts';
import { paths } from '../../routes.ts';
import classes from './plans.module.css';
import { StepDecision } from './step-decision.tsx';
import { StepStateLabel } from './step-state.tsx';

/** Pixels. */
const rowHeight = 39;

/** Each target with what is in force, what is wanted, and how far it is. Only the rows in view are rendered. */
export function StepTable(props: {
  plan: string;
  steps: readonly PlanStep[];
  locked: ReadonlySet<string>;
}) {
  const { plan, steps, locked } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: steps.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    getItemKey: (index) => steps[index]?.profileId ?? index,
  });
  const { value: profiles } = useProfiles();
  const environments = useMemo(
    () => new Map(profiles?.map(({ id, environment }) => [id, environment])),
    [profiles],
  );
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be scrolled by keyboard
    <section className={classes.frame} ref={frame} tabIndex={0} aria-label={t('plans:targets')}>
      <table
        className={classes.table}
        aria-label={t('plans:targets')}
        aria-rowcount={steps.length + 1}
      >
        <thead>
          <tr>
            <th scope="col">{t('plans:columns.proxy')}</th>
            <th scope="col">{t('plans:columns.seen')}</th>
            <th scope="col">{t('plans:columns.wanted')}</th>
            <th scope="col">{t('plans:columns.state')}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {items.map(({ index, key }) => {
            const step = steps[index];
            return (
              step && (
                <StepRow
                  key={key}
                  plan={plan}
                  step={step}
                  locked={locked.has(step.profileId)}
                  environment={environments.get(step.profileId)}
                  row={index + 2}
                  measure={virtual.measureElement}
                />
              )
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}

const StepRow = memo(function StepRow(props: {
  plan: string;
  step: PlanStep;
  locked: boolean;
  /** The class that its proxy has now; undefined where that is gone. */
  environment: string | undefined;
  row: number;
  measure: (element: HTMLElement | null) => void;
}) {
  const { step, row } = props;
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const { setting } = step.planned;
  return (
    <tr
      aria-rowindex={row}
      data-index={row - 2}
      ref={props.measure}
      data-step={step.profileName}
      data-state={step.state}
    >
      <th scope="row" style={{ position: 'static', fontWeight: 400, zIndex: 'auto' }}>
        <RouteLink to={paths.proxy(step.profileId)} size="sm" style={unbroken(step.profileName)}>
          {step.profileName}
        </RouteLink>{' '}
        {step.guarded && <EnvironmentBadge environment={props.environment ?? 'production'} />}
      </th>
      <td>
        {step.seen === null ? (
          t('plans:notRead')
        ) : (
          <ValueText setting={setting} value={step.seen.value} />
        )}
      </td>
      <td>
        <ValueText setting={setting} value={wantedOf(step.planned)} />
      </td>
      <td>
        <StepStateLabel state={step.state} />
        {props.locked && (
          <span className={classes.why}>
            <IconLock size={12} aria-hidden /> {t('plans:lockedSign')}
          </span>
        )}
        {step.error !== null && (
          <span className={classes.why}>{inOneLine(speaker.error(step.error))}</span>
        )}
        <StepDecision plan={props.plan} step={step} />
      </td>
    </tr>
  );
});
