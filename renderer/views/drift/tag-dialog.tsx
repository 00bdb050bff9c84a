import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagEntry } from '../../../shared/ipc/calls/drift.ts';
import { tagIntentSchema } from '../../../shared/model/stored-profile.ts';
import { useApi } from '../../api/context.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useUndoable } from '../../components/undoable.tsx';
import { useAction } from '../../components/use-action.tsx';
import { IntendedBufferSize } from '../profiles/fields/intended-buffer-size.tsx';
import { IntendedTransformation } from '../profiles/fields/intended-transformation.tsx';

const { shape } = tagIntentSchema.shape.settings;

/** What a tag is to intend. */
export function TagDialog({ entry, onClose }: { entry: TagEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const { tag } = entry;
  const before = {
    intendedTransformation: entry.settings.intendedTransformation ?? '',
    intendedBufferSize: entry.settings.intendedBufferSize ?? 0,
  };
  const [command, setCommand] = useState(before.intendedTransformation);
  const [bytes, setBytes] = useState<string | number>(before.intendedBufferSize);
  const [tried, setTried] = useState(false);
  const transformation = shape.intendedTransformation.safeParse(command);
  const size = shape.intendedBufferSize.safeParse(bytes);
  const save = (): void => {
    setTried(true);
    if (!transformation.success || !size.success) return;
    const settings = {
      intendedTransformation: transformation.data ?? '',
      intendedBufferSize: size.data ?? 0,
    };
    run(async () => {
      await client.call('tags.save', { tag, settings });
      onClose();
      tell(t('drift:tags.saved'), t('drift:tags.savedText', { tag }), () =>
        client.call('tags.save', { tag, settings: before }),
      );
    });
  };
  return (
    <FormDialog onClose={onClose} title={t('drift:tags.dialog', { tag })} busy={busy} onSave={save}>
      <IntendedTransformation
        value={command}
        label={t('profiles:fields.intendedTransformation.label')}
        error={tried && !transformation.success ? t('profiles:faults.command') : null}
        onChange={setCommand}
      />
      <IntendedBufferSize
        label={t('profiles:fields.intendedBufferSize.label')}
        description={t('profiles:fields.intendedBufferSize.description')}
        value={bytes}
        onChange={setBytes}
        error={tried && !size.success ? t('profiles:faults.size') : null}
      />
    </FormDialog>
  );
}
