import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopySummary } from '../../../../shared/model/copies.ts';
import { useCall } from '../../../api/use-call.ts';
import { Only } from '../../../components/may/only.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Empty, Loading, ViewStates } from '../../../components/view-states.tsx';
import { CopyContents } from './copy-contents.tsx';
import { CopyList } from './copy-list.tsx';
import classes from './restore.module.css';

/** The good copies of the profiles, what each would bring back, and bringing it back. */
export default function RestorePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t('pages.restore')} description={t('copies:description')} />
      <Only needs="administer">
        <AllCopies />
      </Only>
    </>
  );
}

function AllCopies() {
  const { t } = useTranslation();
  return (
    <ViewStates
      loaded={useCall('copies.list', {})}
      isEmpty={(list) => list.length === 0}
      empty={<Empty title={t('copies:none')} text={t('copies:noneText')} />}
    >
      {(copies) => <Copies copies={copies} />}
    </ViewStates>
  );
}

function Copies({ copies }: { copies: readonly CopySummary[] }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = copies.find(({ savedAt }) => savedAt === chosen) ?? copies[0];
  if (shown === undefined) return null;
  return (
    <div className={classes.page}>
      <CopyList copies={copies} chosen={shown.savedAt} onChoose={setChosen} />
      <Contents key={shown.savedAt} savedAt={shown.savedAt} />
    </div>
  );
}

function Contents({ savedAt }: { savedAt: number }) {
  const content = useCall('copies.show', { savedAt });
  if (content.value === null && content.error === null) return <Loading />;
  return <ViewStates loaded={content}>{(value) => <CopyContents content={value} />}</ViewStates>;
}
