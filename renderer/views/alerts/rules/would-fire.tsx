import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { AlertRule } from '../../../../shared/model/alert-rule.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { useCall } from '../../../api/use-call.ts';
import { Callout } from '../../../components/callout.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** Whoever types is not asked for with each key, milliseconds. */
const restMs = 600;
/** So many are listed, the newest. */
const mostListed = 8;
const dayMinutes = 1440;

/** What a rule, as it is in the form, would have fired in the last day; null while it is none. */
export function WouldFire({ rule }: { rule: AlertRule | null }) {
  const [asked] = useDebouncedValue(rule, restMs);
  return <div role="status">{asked !== null && rule !== null && <Answer rule={asked} />}</div>;
}

function Answer({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation();
  const format = useFormat();
  const profiles = useProfiles().value ?? [];
  // Neither its name nor when it is told makes it fire.
  const asked = { ...rule, name: '', enabled: true, againMinutes: 0, quiet: null };
  const { value, error } = useCall('alerts.wouldFire', asked);
  const nameOf = (id: string): string => profiles.find((each) => each.id === id)?.name ?? '';
  if (value === null)
    return (
      <Text size="sm" c="dimmed">
        {t(error === null ? 'loading' : 'alerts:wouldFire.failed')}
      </Text>
    );
  const { basis, looked, proxies, spans, knownMinutes } = value;
  const newest = spans.toSorted((a, b) => b.from - a.from).slice(0, mostListed);
  const ids = new Set(spans.map(({ profileId }) => profileId));
  return (
    <Callout tone="info" title={t('alerts:wouldFire.title')}>
      <div data-would-fire={spans.length}>
        <Text size="sm" fw={600}>
          {basis === 'nothing'
            ? t('alerts:wouldFire.nothing')
            : knownMinutes === 0
              ? t('alerts:wouldFire.unknown')
              : spans.length === 0
                ? t('alerts:wouldFire.none')
                : t('alerts:wouldFire.some', { count: spans.length, proxies: ids.size })}
        </Text>
        {newest.length > 0 && (
          <ul>
            {newest.map(({ profileId, from, to }) => (
              <li key={`${profileId} ${from}`}>
                {t(to === null ? 'alerts:wouldFire.lasting' : 'alerts:wouldFire.span', {
                  name: nameOf(profileId),
                  from: format.dateTime(from),
                  time: to === null ? '' : format.duration(Math.max(1000, to - from)),
                })}
              </li>
            ))}
          </ul>
        )}
        {basis === 'minutes' && (
          <Text size="xs" c="dimmed">
            {t('alerts:wouldFire.minutes')}
          </Text>
        )}
        {knownMinutes !== null && knownMinutes > 0 && knownMinutes < dayMinutes && (
          <Text size="xs" c="dimmed">
            {t('alerts:wouldFire.known', { time: format.duration(knownMinutes * 60_000) })}
          </Text>
        )}
        {looked < proxies && (
          <Text size="xs" c="dimmed">
            {t('alerts:wouldFire.looked', { count: proxies, looked })}
          </Text>
        )}
      </div>
    </Callout>
  );
}
