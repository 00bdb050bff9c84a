import { Button, Group, TextInput } from '@mantine/core';
import {
  IconFeather,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconReload,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ApplyKind,
  approvalOf,
  isApproved,
  isRetried,
  type Plan,
  stepStates,
} from '../../../shared/model/plan.ts';
import { useApi, usePreferences } from '../../api/context.ts';
import { lazyView } from '../../components/lazy-view.tsx';
import { May } from '../../components/may/may.tsx';
import { useUndoable } from '../../components/undoable.tsx';
import { useAction } from '../../components/use-action.tsx';
import { paths } from '../../routes.ts';
import { ConcurrencyChoice } from './concurrency-choice.tsx';
import classes from './plans.module.css';

/** Its code is fetched when it is asked for. */
const StartCanary = lazyView(async () => (await import('./canary/start-canary.tsx')).default, null);

/** What can be done with a plan now. On a guarded class its approval has to be typed. */
export function PlanActions({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const navigate = useNavigate();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const { planConcurrency: concurrency } = usePreferences();
  const [typed, setTyped] = useState('');
  const [starting, setStarting] = useState(false);
  const { id, counts } = plan;
  const waiting = counts.waiting ?? 0;
  const open =
    (counts.conflict ?? 0) +
    (counts.failed ?? 0) +
    (counts.unreachable ?? 0) +
    (counts.unknown ?? 0) +
    (counts.reverted ?? 0);
  const idle = plan.busy === 'no';
  const retried = stepStates
    .filter(isRetried)
    .reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const guarded = plan.guarded > 0 && waiting + retried > 0;
  const begun = (counts.done ?? 0) > 0;
  const approved = !guarded || isApproved(plan, typed);
  const apply = (): void => {
    if (!approved || waiting === 0 || !idle) return;
    begin('waiting');
  };
  const begin = (kind: ApplyKind): void => {
    const approval = guarded ? { approval: typed } : {};
    run(() => client.call('plans.apply', { id, kind, concurrency, ...approval }));
    setTyped('');
  };
  const undo = (): void =>
    run(async () => {
      const back = await client.call('plans.undo', { id });
      await navigate({ to: paths.plan(back.id) });
    });
  const mayHaveChanged = (counts.done ?? 0) + (counts.failed ?? 0) + (counts.unknown ?? 0) > 0;
  const left = mayHaveChanged ? 'changed' : 'unchanged';
  const remove = (): void =>
    run(async () => {
      await client.call('plans.remove', { id });
      tell(t('plans:removed', { name: plan.name }), t(`plans:removedText.${left}`), () =>
        client.call('plans.restore', { id }),
      );
      await navigate({ to: paths.plans });
    });
  const stop = (
    <May needs="operate">
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<IconPlayerStop size={15} aria-hidden />}
        onClick={() => run(() => client.call('plans.stop', { id }))}
      >
        {t('plans:stop')}
      </Button>
    </May>
  );
  const actions = (
    <form
      className={classes.approval}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {guarded && idle && (
        <TextInput
          size="xs"
          w={320}
          label={t('plans:approve', { approval: approvalOf(plan), count: plan.guarded })}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <Group gap="xs" align="flex-end">
        {idle && waiting + retried > 1 && <ConcurrencyChoice />}
        {plan.elsewhere !== 'no' && idle && stop}
        {idle ? (
          <>
            {waiting > 0 && (
              <May needs="operate">
                <Button
                  type="submit"
                  size="xs"
                  loading={busy}
                  disabled={!approved}
                  leftSection={<IconPlayerPlay size={15} aria-hidden />}
                >
                  {t(begun ? 'plans:resume' : 'plans:apply', { count: waiting })}
                </Button>
              </May>
            )}
            {retried > 0 && (
              <May needs="operate">
                <Button
                  size="xs"
                  variant="default"
                  disabled={busy || !approved}
                  leftSection={<IconReload size={15} aria-hidden />}
                  onClick={() => begin('failed')}
                >
                  {t('plans:retry', { count: retried })}
                </Button>
              </May>
            )}
            {waiting > 1 && (
              <May needs="operate">
                <Button
                  size="xs"
                  variant="default"
                  disabled={busy}
                  leftSection={<IconFeather size={15} aria-hidden />}
                  onClick={() => setStarting(true)}
                >
                  {t('plans:canary.open')}
                </Button>
              </May>
            )}
            {waiting + open > 0 && (
              <May needs="operate">
                <Button
                  size="xs"
                  variant="default"
                  disabled={busy}
                  leftSection={<IconRefresh size={15} aria-hidden />}
                  onClick={() => run(() => client.call('plans.read', { id }))}
                >
                  {t(open > 0 ? 'plans:readRest' : 'plans:readAgain')}
                </Button>
              </May>
            )}
            {(counts.done ?? 0) > 0 && (
              <May needs="operate">
                <Button size="xs" variant="default" disabled={busy} onClick={undo}>
                  {t('plans:undo')}
                </Button>
              </May>
            )}
            <May needs="operate">
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                leftSection={<IconTrash size={15} aria-hidden />}
                onClick={remove}
              >
                {t('plans:remove')}
              </Button>
            </May>
          </>
        ) : (
          plan.busy !== 'holding' && stop
        )}
      </Group>
    </form>
  );
  return (
    <>
      {actions}
      {/* Beside the form: what is submitted in it is not this one's. */}
      {starting && <StartCanary plan={plan} onClose={() => setStarting(false)} />}
    </>
  );
}
