import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { changeOutcomes, shells } from '../../../shared/model/change-words.ts';
import { useCall } from '../../api/use-call.ts';
import { FolderFilter } from '../../components/log-filters/folder-filter.tsx';
import { MomentField } from '../../components/log-filters/moment-field.tsx';
import { OneOf, withChosen } from '../../components/log-filters/one-of.tsx';
import { LogFilters } from '../../fleet/filter/log-filters.tsx';
import type { useAuditView } from './use-audit-view.ts';

/** Chooses what of the audit log is shown. */
export function AuditFilters(props: {
  of: ReturnType<typeof useAuditView>;
  profiles: readonly ProfileEntry[];
  /** Who changed anything. */
  actors: readonly string[];
}) {
  const { view, change, filtered, clear } = props.of;
  const { t } = useTranslation();
  const { actor, plan, folder, setting, shell, from, to } = view;
  return (
    <LogFilters
      text={{ label: t('audit:filterText'), hint: t('audit:textHint'), value: view.text }}
      profiles={props.profiles}
      proxy={view.proxy}
      kinds={{
        label: t('audit:filterOutcome'),
        any: t('audit:allOutcomes'),
        clear: t('audit:clearOutcomes'),
        all: changeOutcomes,
        chosen: view.outcomes,
        nameOf: (outcome) => t(`changes:outcomes.${outcome}.name`),
        onChange: (outcomes) => change({ outcomes }),
      }}
      onChange={change}
      others={<Others {...props} />}
      used={[actor, plan, folder, setting, shell, from, to].some((each) => each !== undefined)}
      filtered={filtered}
      onClear={clear}
    />
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
