import { Button, Group, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Canary, CanaryDecision } from '../../../../shared/model/canary.ts';
import type { Plan } from '../../../../shared/model/plan.ts';
import { staysAsItIs } from '../../../../shared/model/take-back.ts';
import { unchangedCanaries } from '../../../../shared/model/unchanged-canaries.ts';
import { canaryTexts } from '../../../../shared/texts/canary.ts';
import type { CanaryTexts } from '../../../../shared/texts/canary-texts.ts';
import { inOneLine } from '../../../../shared/texts/texts.ts';
import { useApi } from '../../../api/context.ts';
import { Callout, type CalloutTone } from '../../../components/callout.tsx';
import { HowItWorks } from '../../../components/help/how-it-works.tsx';
import { May } from '../../../components/may/may.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import classes from './canary.module.css';
import { CanaryTable } from './canary-table.tsx';
import { HoldLonger } from './hold-longer.tsx';

/** The canary of a plan: how far it is, what is found of it and by which arithmetic, and what can be decided. */
export function CanaryPanel(props: { plan: Pick<Plan, 'id' | 'steps'>; canary: Canary }) {
  const { plan, canary } = props;
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const texts = canaryTexts(speaker.language);
  const { phase, canaries, verdict } = canary;
  const unchanged = unchangedCanaries(canary, plan.steps);
  const names = canaries.map(({ name }) => name).join(', ');
  return (
    <Panel
      title={t('plans:canary.panel', { names, count: canaries.length })}
      aside={<HowItWorks of="canary" name={t('plans:canary.one')} />}
    >
      <Text size="sm" c="dimmed">
        {texts.choice(canary.choice, speaker.format)}{' '}
        {t('plans:canary.controls', { count: canary.controls.length })}
      </Text>
      <div role="status" data-phase={phase} className={classes.state}>
        <Callout
          tone={unchanged.length > 0 ? 'bad' : toneOf(canary)}
          title={unchanged.length > 0 ? texts.notChanged.title : titleOf(canary, texts)}
          outcome={verdict ?? 'none'}
        >
          {unchanged.map(({ profileId, profileName, state, error }) => (
            <Text size="sm" key={profileId}>
              {profileName}:{' '}
              {error === null ? t(`plans:states.${state}`) : inOneLine(speaker.error(error))}
            </Text>
          ))}
          {unchanged.length > 0 && <Text size="sm">{texts.notChanged.next}</Text>}
          {(phase === 'holding' || phase === 'measuring') && (
            <Text size="sm">
              {texts.left(canary, speaker.format)}
              {verdict !== null &&
                `. ${t('plans:canary.soFar', { verdict: texts.verdicts[verdict] })}`}
            </Text>
          )}
          {phase === 'over' && canary.decidedBy === 'user' && (
            <Text size="sm">{t('plans:canary.byUser')}</Text>
          )}
          {phase === 'changing' && <Text size="sm">{t('plans:canary.changingText')}</Text>}
          {phase === 'reverting' && <Text size="sm">{t('plans:canary.revertingText')}</Text>}
          {canary.notRevertible > 0 && phase !== 'over' && (
            <Text size="sm">{texts.notRevertible(canary.notRevertible)}</Text>
          )}
          {canary.begunAnew > 0 && phase !== 'over' && (
            <Text size="sm">{texts.begunAnew(canary.begunAnew)}</Text>
          )}
        </Callout>
      </div>
      {(phase === 'holding' || phase === 'measuring') && (
        <Progress
          value={Math.min(100, (100 * canary.held) / Math.max(1, canary.wanted))}
          aria-label={t(phase === 'holding' ? 'plans:canary.progress' : 'plans:canary.measured')}
          className={classes.progress}
        />
      )}
      <Decisions id={plan.id} canary={canary} />
      {canary.reports.length > 0 && <CanaryTable reports={canary.reports} texts={texts} />}
    </Panel>
  );
}

function Decisions({ id, canary }: { id: string; canary: Canary }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [longer, setLonger] = useState(false);
  const decide = (decision: CanaryDecision): void =>
    run(() => client.call('plans.decideCanary', { id, decision }));
  const { phase } = canary;
  const changing = phase === 'changing';
  const open = changing || phase === 'holding' || phase === 'asking';
  const stays = staysAsItIs(canary);
  if (!open && phase !== 'measuring' && phase !== 'reverting') return null;
  return (
    <Group gap="xs" my="xs">
      {open && (
        <May needs="operate">
          <Button size="xs" disabled={busy} onClick={() => decide({ kind: 'go-on' })}>
            {t('plans:canary.goOn')}
          </Button>
        </May>
      )}
      {open && !stays && (
        <May needs="operate">
          <Button
            size="xs"
            variant="default"
            disabled={busy}
            onClick={() => decide({ kind: 'revert' })}
          >
            {t('plans:canary.revert')}
          </Button>
        </May>
      )}
      {open && !changing && (
        <May needs="operate">
          <Button size="xs" variant="default" disabled={busy} onClick={() => setLonger(true)}>
            {t('plans:canary.longer')}
          </Button>
        </May>
      )}
      {phase === 'measuring' && (
        <May needs="operate">
          <Button
            size="xs"
            variant="default"
            disabled={busy}
            onClick={() => decide({ kind: 'revert' })}
          >
            {t('plans:canary.end')}
          </Button>
        </May>
      )}
      {(phase === 'reverting' || (open && stays)) && (
        <May needs="operate">
          <Button
            size="xs"
            variant="default"
            disabled={busy}
            onClick={() => decide({ kind: 'leave' })}
          >
            {t('plans:canary.leave', { count: canary.canaries.length })}
          </Button>
        </May>
      )}
      {longer && (
        <HoldLonger
          onClose={() => setLonger(false)}
          onHold={(hold) => {
            setLonger(false);
            decide({ kind: 'longer', hold });
          }}
        />
      )}
    </Group>
  );
}

function titleOf({ phase, outcome, verdict }: Canary, texts: CanaryTexts): string {
  if (phase === 'holding') return texts.phases.holding;
  const how = phase === 'over' && outcome !== null ? texts.outcomes[outcome] : texts.phases[phase];
  return verdict === null ? how : `${texts.verdicts[verdict]}. ${how}`;
}

function toneOf({ phase, outcome, verdict }: Canary): CalloutTone {
  if (verdict === 'worse') return 'bad';
  if (outcome === 'left' || outcome === 'stopped') return verdict === 'fine' ? 'info' : 'warning';
  if (outcome === 'went-on' || verdict === 'fine') return 'good';
  if (phase === 'asking') return 'warning';
  return 'info';
}
