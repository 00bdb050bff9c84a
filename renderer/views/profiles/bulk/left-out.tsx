import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallInput, ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useManaged } from '../../../api/managed.ts';
import { Callout } from '../../../components/callout.tsx';

type BulkInput = CallInput<'profiles.edit'>;

/** So many are named. */
const mostNamed = 5;

/** Of what is done to many: which of them are left out, since administrators supply them; with `but`, what is done to these, too. */
export function LeftOut({ profiles, but }: { profiles: readonly ProfileEntry[]; but?: string }) {
  const { t, i18n } = useTranslation();
  const managed = useManaged();
  const left = profiles.filter((profile) => profile.managed !== undefined);
  if (managed === null || left.length === 0) return null;
  const names = left.slice(0, mostNamed).map(({ name }) => name);
  const more = left.length - names.length;
  if (more > 0) names.push(t('managed:andMore', { count: more }));
  const list = new Intl.ListFormat(i18n.resolvedLanguage ?? 'en');
  return (
    <Callout tone="info" title={t('managed:by', { by: managed.by })} code="managed">
      <Text size="sm">
        {t('managed:leftOut', {
          count: left.length,
          by: managed.by,
          names: list.format(names),
        })}
        {but !== undefined && ` ${but}`}
      </Text>
    </Callout>
  );
}

/** What is asked of the user's own profiles, and of those that administrators supply, which take a password only. */
export function withoutManaged(
  { ids, ...edit }: BulkInput,
  profiles: readonly ProfileEntry[],
): readonly BulkInput[] {
  const supplied = new Set(
    profiles.filter(({ managed }) => managed !== undefined).map(({ id }) => id),
  );
  const own = ids.filter((id) => !supplied.has(id));
  const managed = ids.filter((id) => supplied.has(id));
  const { password } = edit;
  return [
    ...(managed.length > 0 && password !== undefined ? [{ ids: managed, set: {}, password }] : []),
    ...(own.length > 0 ? [{ ids: own, ...edit }] : []),
  ];
}
