import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { mostNamed } from '../../../shared/texts/alert-line.ts';
import type { Batch } from '../../api/alerts.ts';
import { useProfiles } from '../../api/profiles.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { paths } from '../../routes.ts';
import { useAlertWords } from './alert-words.ts';

/** The proxies of a line, each a link to its page while it is there; for an alert of no proxy what there is to say of it. */
export function WhoOf({ batch }: { batch: Batch }) {
  const words = useAlertWords();
  const profiles = useProfiles().value ?? [];
  const named = batch.flatMap(({ id, about }) => (about.kind === 'rule' ? [{ id, about }] : []));
  if (named.length === 0) return <Text size="sm">{words.batch(batch).who}</Text>;
  return (
    <Text size="sm">
      {named.slice(0, mostNamed).map(({ id, about }, i) => (
        <Fragment key={id}>
          {i > 0 && ', '}
          {profiles.some((profile) => profile.id === about.profileId) ? (
            <RouteLink to={paths.proxy(about.profileId)}>{about.profileName}</RouteLink>
          ) : (
            about.profileName
          )}
        </Fragment>
      ))}
      {words.more(named.length)}
    </Text>
  );
}
