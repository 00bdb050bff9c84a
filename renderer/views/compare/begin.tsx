import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty } from '../../components/view-states.tsx';
import { paths } from '../../routes.ts';
import { folderValue, withChoice } from './choices.ts';
import { mostCompared } from './compare-view.ts';
import { inFolders } from './in-folders.ts';

/** So many folders are offered to begin with; the field has all of them. */
const mostOffered = 8;

/** While nothing is chosen: how to begin. */
export function Begin(props: {
  profiles: readonly ProfileEntry[];
  onBegin: (ids: readonly string[]) => void;
}) {
  const { profiles, onBegin } = props;
  const { t, i18n } = useTranslation();
  const locale = i18n.resolvedLanguage ?? 'en';
  if (profiles.length === 0) {
    return (
      <Empty title={t('compare:noProxies')} text={t('compare:noProxiesText')}>
        <RouteLink to={paths.board}>{t('toBoard')}</RouteLink>
      </Empty>
    );
  }
  const folders = inFolders(profiles, locale).filter((each) => each.profiles.length > 1);
  const all = profiles.length > 1 && profiles.length <= mostCompared;
  const single = folders.length === 1 && folders[0]?.profiles.length === profiles.length;
  return (
    <Empty title={t('compare:begin')} text={t('compare:beginText')}>
      <Group gap="xs" justify="center" mt="xs">
        {all && (
          <Button
            size="xs"
            onClick={() =>
              onBegin(
                inFolders(profiles, locale).flatMap((each) => each.profiles.map(({ id }) => id)),
              )
            }
          >
            {t('compare:allProxies', { count: profiles.length })}
          </Button>
        )}
        {!single &&
          folders.slice(0, mostOffered).map(({ folder, profiles: { length: count } }) => (
            <Button
              key={folder}
              size="xs"
              variant="default"
              onClick={() => onBegin(withChoice(profiles, [], folderValue(folder), locale))}
            >
              {folder === ''
                ? t('compare:allOfTop', { count })
                : t('compare:allOfFolder', { folder, count })}
            </Button>
          ))}
      </Group>
    </Empty>
  );
}
