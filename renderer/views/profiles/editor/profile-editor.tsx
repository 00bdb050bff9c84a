import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';

import { useProfiles } from '../../../api/profiles.ts';
import { PageTitle } from '../../../components/page-title.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { paths } from '../../../routes.ts';
import { EditorForm } from './editor-form.tsx';

/** A new profile, or with `id` a saved one. */
export default function ProfileEditor() {
  const profiles = useProfiles();
  const { id } = useParams({ strict: false });
  return (
    <ViewStates loaded={profiles}>
      {(list) => {
        const profile = list.find((entry) => entry.id === id);
        return <Editor key={id ?? ''} isNew={id === undefined} profile={profile} others={list} />;
      }}
    </ViewStates>
  );
}

/** Stays when the profile goes while it is edited: what was typed is not lost by that. */
function Editor(props: {
  isNew: boolean;
  profile: ProfileEntry | undefined;
  others: readonly ProfileEntry[];
}) {
  const { t } = useTranslation();
  const { profile, isNew } = props;
  const [last, setLast] = useState(profile);
  if (profile !== undefined && profile !== last) setLast(profile);
  if (!isNew && last === undefined) return <NoSuchProfile />;
  return (
    <>
      <PageTitle
        title={
          last === undefined
            ? t('pages.newProfile')
            : t('profiles:editor.title', { name: last.name })
        }
        description={t(
          last === undefined ? 'profiles:list.description' : 'profiles:editor.description',
        )}
      />
      <EditorForm profile={profile} others={props.others} />
    </>
  );
}

function NoSuchProfile() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t('pages.profile')} />
      <Empty title={t('profiles:missing')} text={t('notFoundText')}>
        <RouteLink to={paths.profiles}>{t('profiles:toList')}</RouteLink>
      </Empty>
    </>
  );
}
