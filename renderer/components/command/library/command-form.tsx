import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameName } from '../../../../shared/model/name.ts';
import { nameSchema } from '../../../../shared/model/name-schemas.ts';
import { longestNote, type SavedCommand } from '../../../../shared/model/saved-command.ts';
import { useApi } from '../../../api/context.ts';
import { May } from '../../may/may.tsx';
import { notifyDone } from '../../toast.tsx';
import { useAction } from '../../use-action.tsx';
import { transformationFault } from '../transformation-text.ts';
import classes from './library.module.css';

/** Saves a command under a name: a new one, a new version of the one that has the name already, or of `edited`. */
export function CommandForm(props: {
  text: string;
  all: readonly SavedCommand[];
  edited?: SavedCommand;
  title: string;
  onDone?: () => void;
}) {
  const { all, edited } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [name, setName] = useState(edited?.name ?? '');
  const [text, setText] = useState(props.text);
  const [note, setNote] = useState(edited?.versions[0]?.note ?? '');
  const [tried, setTried] = useState(false);
  const same = all.find((each) => isSameName(each.name, name));
  const isTaken = edited !== undefined && same !== undefined && same.id !== edited.id;
  const known = edited ?? same;
  const newest = known?.versions[0];
  const isSame = newest?.text === text && newest.note === note && known?.name === name.trim();
  const fault = transformationFault(text);
  const isNamed = nameSchema.safeParse(name).success;

  const nameFault = (): string | null => {
    if (isTaken) return t('commands:save.taken');
    return tried && !isNamed ? t('commands:save.nameFault') : null;
  };
  const textFault = (): string | null =>
    fault === null || (fault.kind === 'empty' && !tried)
      ? null
      : t(`changes:transformation.faults.${fault.kind}`, { ...fault });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The page below may be a form as well.
    event.stopPropagation();
    setTried(true);
    if (!isNamed || isTaken || isSame || fault !== null) return;
    run(async () => {
      const id = known === undefined ? {} : { id: known.id };
      const saved = await client.call('commands.save', { ...id, name, text, note });
      notifyDone(t('commands:save.done', { name: saved.name }), saved.versions[0]?.text ?? '');
      setTried(false);
      props.onDone?.();
    });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={props.title} className={classes.form}>
      <Group align="flex-start" gap="xs" grow>
        <TextInput
          size="xs"
          label={t('commands:save.name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={nameFault()}
          maxLength={80}
          autoComplete="off"
        />
        <TextInput
          size="xs"
          label={t('commands:save.note')}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          maxLength={longestNote}
          autoComplete="off"
        />
      </Group>
      <TextInput
        size="xs"
        label={t('commands:save.command')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        error={textFault()}
        classNames={{ input: classes.field ?? '' }}
        autoComplete="off"
        spellCheck={false}
      />
      <Group justify="flex-end">
        <May needs="operate">
          <Button type="submit" size="xs" loading={busy} disabled={isSame}>
            {known === undefined
              ? t('commands:save.save')
              : t(isSame ? 'commands:save.same' : 'commands:save.version', { name: known.name })}
          </Button>
        </May>
      </Group>
    </form>
  );
}
