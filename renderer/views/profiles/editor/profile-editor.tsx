import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useBoth } from '../../../api/both.ts';
import { useFolders } from '../../../api/folders.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { useViewState } from '../../../api/view-state.ts';
import { PageTitle } from '../../../components/page-title.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { paths } from '../../../routes.ts';
import { editorSearch } from '../../../searches.ts';
import { EditorForm } from './editor-form.tsx';
import type { Begin } from './use-profile-editing.ts';

/** A new profile, or with `id` a saved one. */
export default function ProfileEditor() {
  const both = useBoth(useProfiles(), useFolders());
  const { id } = useParams({ strict: false });
  const [{ from, field }] = useViewState(editorSearch);
  return (
    <ViewStates loaded={both}>
      {([list]) => {
        const profile = list.find((entry) => entry.id === id);
        const begin: Begin =
          id === undefined
            ? { from: list.find((entry) => entry.id === from), field: 'name' }
            : { field };
        return (
          <Editor
            key={`${id ?? ''} ${from ?? ''}`}
            isNew={id === undefined}
            profile={profile}
            begin={begin}
          />
        );
      }}
    </ViewStates>
  );
}

/** Stays when the profile goes while it is edited: what was typed is not lost by that. */
function Editor(props: { isNew: boolean; profile: ProfileEntry | undefined; begin: Begin }) {
  const { t } = useTranslation();
  const { profile, isNew, begin } = props;
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
        description={
          last !== undefined
            ? t('profiles:editor.description')
            : begin.from !== undefined
              ? t('profiles:editor.copy', { name: begin.from.name })
              : t('profiles:list.description')
        }
      />
      <EditorForm profile={profile} begin={begin} />
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
