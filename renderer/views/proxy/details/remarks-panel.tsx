import { Badge, Group, Text } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { tagsIn } from '../../../../shared/model/name.ts';
import { useManaged } from '../../../api/managed.ts';
import { Panel } from '../../../components/panel.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { paths } from '../../../routes.ts';
import classes from './remarks-panel.module.css';

/** What colleagues are to know of a proxy, and what it has in common with others; nothing where nobody wrote anything. */
export function RemarksPanel({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const by = useManaged()?.by ?? '';
  const { id, tags, notes, favourite } = profile;
  const theirs = profile.managed?.notes ?? '';
  const each = tagsIn(tags);
  if (each.length === 0 && `${notes}${theirs}`.trim() === '' && !favourite) return null;
  const field = notes.trim() !== '' && each.length === 0 ? 'notes' : 'tags';
  return (
    <Panel
      title={t('profiles:groups.remarks')}
      aside={<RouteLink to={paths.profile(id, field)}>{t('editProfile')}</RouteLink>}
    >
      {(each.length > 0 || favourite) && (
        <Group gap={6} mb={notes === '' ? 0 : 'xs'}>
          {favourite && (
            <Group gap={4} component="span">
              <IconStarFilled size={14} aria-hidden className={classes.star} />
              <Text size="sm" component="span">
                {t('profiles:fields.favourite.label')}
              </Text>
            </Group>
          )}
          {each.map((tag) => (
            <Badge key={tag} variant="outline" size="sm" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      )}
      {notes.trim() !== '' && <p className={classes.notes}>{notes}</p>}
      {theirs.trim() !== '' && (
        <>
          <Text size="sm" fw={600}>
            {t('managed:notes', { by })}
          </Text>
          <p className={classes.notes}>{theirs}</p>
        </>
      )}
    </Panel>
  );
}
