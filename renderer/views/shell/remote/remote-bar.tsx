import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicName } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { showConsole, useShownConsole } from '../../../api/shown-console.ts';
import { useStore } from '../../../api/store.ts';
import { tellConsole } from '../../../api/title.ts';
import { Callout } from '../../../components/callout.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { paths } from '../../../routes.ts';
import { useStateWords } from '../../consoles/use-state-words.ts';
import classes from './remote-bar.module.css';

type PartOf<Topic> = Topic extends `${infer Part}.${string}` ? Part : never;
/** What windows are told of, as its topic begins. */
type TopicPart = PartOf<TopicName>;

const topicParts: Readonly<Record<TopicPart, true>> = {
  app: true,
  preferences: true,
  fleet: true,
  updates: true,
  managed: true,
  metrics: true,
  profiles: true,
  folders: true,
  classes: true,
  vault: true,
  events: true,
  locks: true,
  audit: true,
  plans: true,
  commands: true,
  drift: true,
  tags: true,
  alerts: true,
  report: true,
  consoles: true,
};

/** Says over every view that the window shows a console of another machine: which, as whom, and how it stands with the way there. */
export function RemoteBar() {
  const shown = useShownConsole();
  const { t } = useTranslation();
  const { client } = useApi();
  const { run } = useAction();
  const why = useStore(client.why);
  const wordsOf = useStateWords();
  const name = shown?.entry?.name ?? null;
  useEffect(() => tellConsole(name), [name]);
  if (shown === null) return null;
  const { entry, id } = shown;
  const state = entry?.state ?? null;
  const failed = state?.kind === 'waiting' || state?.kind === 'refused';
  const error = why ?? (failed ? state.error : null);
  return (
    <>
      <div className={classes.frame} aria-hidden />
      <section className={classes.bar} aria-label={t('consoles:bar.label')} data-console={id}>
        <span className={classes.name}>{t('consoles:bar.where', { name: name ?? '…' })}</span>
        {entry?.said != null && (
          <>
            <span>{t('consoles:bar.who', { ...entry.said })}</span>
            <span>{t(`consoles:bar.may.${entry.said.role}`)}</span>
            <span>{t('consoles:bar.version', { version: entry.said.version })}</span>
          </>
        )}
        <span role="status" data-state={state?.kind}>
          {entry !== null && wordsOf(entry)}
        </span>
        <span className={classes.ways}>
          {failed && (
            <button
              type="button"
              className={classes.way}
              onClick={() => run(() => client.call('consoles.retry', { id }))}
            >
              {t('consoles:bar.retry')}
            </button>
          )}
          <RouteLink to={paths.consoles} className={classes.way}>
            {t('consoles:bar.others')}
          </RouteLink>
          <button type="button" className={classes.way} onClick={() => showConsole(null)}>
            {t('consoles:bar.home')}
          </button>
        </span>
      </section>
      {entry !== null && entry.unread.length > 0 && (
        <div data-way-error>
          <Unread topics={entry.unread} version={entry.said?.version ?? '?'} />
        </div>
      )}
      {error !== null && (
        <div data-way-error>
          <ErrorPanel error={error}>{t('consoles:bar.goesOn')}</ErrorPanel>
        </div>
      )}
    </>
  );
}

/** What of the console the window shows as it was: its values are not as this version of the app knows them. */
function Unread(props: { topics: readonly string[]; version: string }) {
  const { t, i18n } = useTranslation();
  const parts = [...new Set(props.topics.map((topic) => t(`consoles:bar.parts.${partOf(topic)}`)))];
  const told = new Intl.ListFormat(i18n.resolvedLanguage ?? 'en').format(parts);
  return (
    <Callout tone="warning" title={t('consoles:bar.unread')} code="unread">
      <Text size="sm">{t('consoles:bar.unreadText', { parts: told, version: props.version })}</Text>
    </Callout>
  );
}

/** What a newer console calls otherwise is told as its own. */
function partOf(topic: string): TopicPart {
  const [part = ''] = topic.split('.');
  return Object.hasOwn(topicParts, part) ? (part as TopicPart) : 'app';
}
