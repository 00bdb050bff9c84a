import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useManaged } from '../../api/managed.ts';
import { useProfiles } from '../../api/profiles.ts';
import { Panel } from '../../components/panel.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { paths } from '../../routes.ts';
import classes from './settings-page.module.css';

/** What the administrators of this machine ordain; nothing where they do not. */
export function ManagedPanel() {
  const { t, i18n } = useTranslation();
  const managed = useManaged();
  const profiles = useProfiles().value ?? [];
  if (managed === null) return null;
  const { by, file, source, locked, policy } = managed;
  const list = new Intl.ListFormat(i18n.resolvedLanguage ?? 'en', { type: 'disjunction' });
  const supplied = profiles.filter((profile) => profile.managed !== undefined).length;
  return (
    <Panel title={t('managed:panel.title')}>
      <dl className={classes.facts}>
        <dt>{t('managed:panel.by')}</dt>
        <dd>{by}</dd>
        <dt>{t('managed:panel.file')}</dt>
        <dd>
          <Code>{file}</Code>
        </dd>
        <dt>{t('managed:panel.source')}</dt>
        <dd>{t(`managed:panel.sources.${source}`)}</dd>
        <dt>{t('managed:panel.profiles')}</dt>
        <dd>
          {supplied === 0 ? (
            t('managed:panel.none')
          ) : (
            <RouteLink to={paths.boardOf('managed:yes')}>{String(supplied)}</RouteLink>
          )}
        </dd>
        <dt>{t('managed:panel.locked')}</dt>
        <dd>
          {locked.length === 0
            ? t('managed:panel.none')
            : locked.map((name) => <Code key={name}>{name}</Code>)}
        </dd>
        <dt>{t('managed:panel.vaults')}</dt>
        <dd>
          {policy.vaults === undefined
            ? t('managed:panel.anyVault')
            : list.format(policy.vaults.map((kind) => t(`managed:panel.vaultKinds.${kind}`)))}
        </dd>
        <dt>{t('managed:panel.exports')}</dt>
        <dd>
          {t(policy.exportSecrets === false ? 'managed:panel.noSecrets' : 'managed:panel.secrets')}
        </dd>
        <dt>{t('managed:panel.trials')}</dt>
        <dd>{t(policy.tryHere === false ? 'managed:panel.never' : 'managed:panel.ifAllowed')}</dd>
        <dt>{t('managed:panel.webhook')}</dt>
        <dd>{t(policy.webhook === false ? 'managed:panel.never' : 'managed:panel.asChosen')}</dd>
        <dt>{t('managed:panel.historyFrom')}</dt>
        <dd>
          {t(policy.historyFrom === false ? 'managed:panel.never' : 'managed:panel.asChosen')}
        </dd>
        <dt>{t('managed:panel.metrics')}</dt>
        <dd>
          {policy.metrics === undefined
            ? t('managed:panel.asChosen')
            : t(policy.metrics === false ? 'managed:panel.never' : 'managed:panel.ordained')}
        </dd>
        <dt>{t('managed:panel.remoteConsoles')}</dt>
        <dd>
          {t(policy.remoteConsoles === false ? 'managed:panel.never' : 'managed:panel.asChosen')}
        </dd>
        <dt>{t('managed:panel.updates')}</dt>
        <dd>{t(policy.updates === false ? 'managed:panel.never' : 'managed:panel.asChosen')}</dd>
        {policy.updateFeed !== undefined && (
          <>
            <dt>{t('managed:panel.updateFeed')}</dt>
            <dd>
              <Code>{policy.updateFeed}</Code>
            </dd>
          </>
        )}
        <dt>{t('managed:panel.startAtLogin')}</dt>
        <dd>
          {policy.startAtLogin === undefined
            ? t('managed:panel.asChosen')
            : t(policy.startAtLogin ? 'managed:panel.always' : 'managed:panel.never')}
        </dd>
      </dl>
    </Panel>
  );
}
