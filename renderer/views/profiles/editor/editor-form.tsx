import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useFoldersOf } from '../../../api/folders.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { LeaveQuestion } from '../../../components/leave-question.tsx';
import { ManagedCallout } from '../../../components/managed/managed-callout.tsx';
import { Allowed } from '../../../components/may/allowed.tsx';
import { LookOnly } from '../../../components/may/look-only.tsx';
import { May } from '../../../components/may/may.tsx';
import { Panel } from '../../../components/panel.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { AccessFields } from '../fields/access-fields.tsx';
import { BehaviourFields } from '../fields/behaviour-fields.tsx';
import { ConnectionFields } from '../fields/connection-fields.tsx';
import fieldClasses from '../fields/fields.module.css';
import { IdentityFields } from '../fields/identity-fields.tsx';
import { IntendedFields } from '../fields/intended-fields.tsx';
import { RemarkFields } from '../fields/remark-fields.tsx';
import { FoldingSection } from '../sections/folding-section.tsx';
import { BehaviourSummary, RemarksSummary } from '../sections/section-summary.tsx';
import { ConnectionTestView } from '../test/connection-test-view.tsx';
import classes from './editor-form.module.css';
import { ProfileElsewhereCallout } from './elsewhere-callout.tsx';
import { folderChoices } from './folder-choices.ts';
import { type Begin, useProfileEditing } from './use-profile-editing.ts';

/** What an administrator fills in for one proxy, and whether it leads there. `profile` is undefined for a new one, and for one that is gone meanwhile. */
export function EditorForm(props: { profile: ProfileEntry | undefined; begin: Begin }) {
  const { profile, begin } = props;
  const { t, i18n } = useTranslation();
  const editing = useProfileEditing(profile, begin);
  const { form, elsewhere, inheritance, sections, testing } = editing;
  const fields = { form, elsewhere, inheritance };
  const known = useFoldersOf({ managed: false }) ?? [];
  const folders = folderChoices(known, i18n.resolvedLanguage ?? 'en');
  return (
    <form
      className={classes.layout}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void editing.save();
      }}
    >
      <LeaveQuestion dirty={editing.dirty} saving={editing.saving} next={editing.next} />
      <div className={classes.column}>
        <LookOnly needs="administer" />
        {profile?.managed && <ManagedCallout what="profile" notes={profile.managed.notes} />}
        <ProfileElsewhereCallout elsewhere={elsewhere} />
        <Allowed needs="administer" said>
          <Panel title={t('profiles:groups.proxy')}>
            <div className={fieldClasses.pairs}>
              <div className={fieldClasses.grid}>
                <IdentityFields {...fields} folders={folders} />
                <ConnectionFields {...fields} />
                <AccessFields {...fields} />
              </div>
            </div>
          </Panel>
        </Allowed>
        <FoldingSection
          title={t('profiles:groups.behaviour')}
          opened={sections.opened.has('behaviour')}
          onToggle={() => sections.toggle('behaviour')}
          summary={<BehaviourSummary {...fields} />}
        >
          <div className={classes.fields}>
            <Allowed needs="administer" said>
              <BehaviourFields {...fields} />
              <IntendedFields {...fields} />
            </Allowed>
          </div>
        </FoldingSection>
        <FoldingSection
          title={t('profiles:groups.remarks')}
          opened={sections.opened.has('remarks')}
          onToggle={() => sections.toggle('remarks')}
          summary={<RemarksSummary {...fields} />}
        >
          <div className={classes.fields}>
            <Allowed needs="administer" said>
              <RemarkFields {...fields} />
            </Allowed>
          </div>
        </FoldingSection>
        {editing.error !== null && <ErrorPanel error={editing.error} />}
        <Group gap="xs" className={classes.actions} data-sticky="bottom">
          <May needs="administer">
            <Button type="submit" loading={editing.saving}>
              {t(elsewhere.removed ? 'profiles:elsewhere.saveNew' : 'save')}
            </Button>
          </May>
          <Button
            component="a"
            href={hrefOf(profile === undefined ? paths.profiles : paths.proxy(profile.id))}
            variant="default"
          >
            {t('cancel')}
          </Button>
        </Group>
      </div>
      <div className={classes.side}>
        <Panel title={t('doctor:title')} description={t('doctor:description')}>
          <ConnectionTestView
            progress={testing.progress}
            outdated={editing.outdated}
            onStart={editing.test}
            onStop={testing.stop}
          />
        </Panel>
      </div>
    </form>
  );
}
