import { Button, Group, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { changeOutcomes, shells } from '../../../shared/model/change.ts';
import { useCall } from '../../api/use-call.ts';
import { FolderFilter } from '../../components/log-filters/folder-filter.tsx';
import { MomentField } from '../../components/log-filters/moment-field.tsx';
import { OneOf, withChosen } from '../../components/log-filters/one-of.tsx';
import { ProxyFilter } from '../../components/proxy-filter.tsx';
import { useFilterText } from '../../fleet/filter/use-filter-text.ts';
import type { useAuditView } from './use-audit-view.ts';

/** Chooses what of the audit log is shown: the usual three at once, the others where they are asked for or in use. */
export function AuditFilters(props: {
  of: ReturnType<typeof useAuditView>;
  profiles: readonly ProfileEntry[];
  /** Who changed anything. */
  actors: readonly string[];
}) {
  const { view, change, filtered, clear } = props.of;
  const { t } = useTranslation();
  const [typed, setTyped] = useFilterText(view.text ?? '', change);
  const { actor, plan, folder, setting, shell, from, to } = view;
  const used = [actor, plan, folder, setting, shell, from, to].some((each) => each !== undefined);
  const [asked, setAsked] = useState(false);
  return (
    <Group gap="sm" mb="sm" align="flex-end">
      <TextInput
        size="xs"
        w={200}
        label={t('audit:filterText')}
        placeholder={t('audit:textHint')}
        maxLength={300}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ProxyFilter
        profiles={props.profiles}
        value={view.proxy}
        onChange={(next) => change({ proxy: next })}
      />
      <MultiSelect
        size="xs"
        miw={200}
        maw={520}
        label={t('audit:filterOutcome')}
        placeholder={view.outcomes.length === 0 ? t('audit:allOutcomes') : ''}
        value={[...view.outcomes]}
        onChange={(next) =>
          change({ outcomes: changeOutcomes.filter((outcome) => next.includes(outcome)) })
        }
        clearable
        clearButtonProps={{ 'aria-label': t('audit:clearOutcomes') }}
        data={changeOutcomes.map((outcome) => ({
          value: outcome,
          label: t(`changes:outcomes.${outcome}.name`),
        }))}
      />
      {(asked || used) && <Others {...props} />}
      {!used && (
        <Button size="xs" variant="subtle" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {t(asked ? 'audit:fewerFilters' : 'audit:moreFilters')}
        </Button>
      )}
      {filtered && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setTyped('');
            clear();
          }}
        >
          {t('events:clearFilters')}
        </Button>
      )}
    </Group>
  );
}

function Others({ of, actors }: Parameters<typeof AuditFilters>[0]) {
  const { view, change } = of;
  const { t } = useTranslation();
  const { value: plans } = useCall('plans.list', {}, { live: true });
  const plansNow = (plans ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isGone = view.plan !== undefined && plansNow.every(({ value }) => value !== view.plan);
  return (
    <>
      <OneOf
        label={t('audit:filterPerson')}
        value={view.actor}
        onChange={(actor) => change({ actor })}
        data={withChosen(actors, view.actor)}
      />
      <OneOf
        label={t('audit:filterPlan')}
        value={view.plan}
        onChange={(plan) => change({ plan })}
        data={
          isGone
            ? [...plansNow, { value: String(view.plan), label: t('audit:removedPlan') }]
            : plansNow
        }
      />
      <FolderFilter value={view.folder} onChange={(folder) => change({ folder })} />
      <OneOf
        label={t('audit:filterSetting')}
        value={view.setting}
        onChange={(setting) => change({ setting })}
        data={(['transformation', 'bufferSize'] as const).map((setting) => ({
          value: setting,
          label: t(`changes:settings.${setting}`),
        }))}
      />
      <OneOf
        label={t('audit:filterShell')}
        value={view.shell}
        onChange={(shell) => change({ shell })}
        data={shells.map((shell) => ({ value: shell, label: t(`changes:shells.${shell}`) }))}
      />
      <MomentField
        label={t('audit:filterFrom')}
        value={view.from}
        onChange={(from) => change({ from })}
      />
      <MomentField label={t('audit:filterTo')} value={view.to} onChange={(to) => change({ to })} />
    </>
  );
}
