import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { useSampled } from '../../../components/use-sampled.ts';
import { type Kinds, kindsOf, settledChanges } from './state-changes.ts';

/** Between two announcements: what happens within is told together. */
const pauseMs = 4000;

/** As many are told by name; more are counted. */
const namedAtMost = 3;

/** Tells screen readers when proxies come to rest in another state, politely and together. */
export function Announcer() {
  const { fleet, trouble } = useApi();
  const troubleTold = useRef<number | null>(null);
  const { value } = useProfiles();
  const profiles = useRef(value);
  profiles.current = value;
  const { t } = useTranslation();
  const snapshots = useSampled(fleet.snapshots, pauseMs);
  const before = useRef<Kinds | null>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    if (snapshots === null) return;
    const changes = settledChanges(before.current, snapshots);
    before.current = kindsOf(before.current, snapshots);
    const { size } = trouble.get();
    const told = troubleTold.current;
    troubleTold.current = size;
    // How many there are now, where that is news and not the first look.
    const rest =
      told === null || told === size
        ? ''
        : ` ${size === 0 ? t('announce.calm') : `${t('trouble.count', { count: size })}.`}`;
    if (changes.length === 0) {
      if (rest !== '') setText(rest);
      return;
    }
    if (changes.length > namedAtMost) {
      setText(`${t('announce.many', { count: changes.length })}${rest}`);
      return;
    }
    const nameOf = (id: string): string =>
      profiles.current?.find((profile) => profile.id === id)?.name ?? '';
    const each = changes.map(({ id, kind }) =>
      t('announce.one', { name: nameOf(id), state: t(`states:${kind}.name`) }),
    );
    setText(`${each.join(' ')}${rest}`);
  }, [snapshots, trouble, t]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
