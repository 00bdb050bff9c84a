import type { EditorView } from '@codemirror/view';
import { Input, Text } from '@mantine/core';
import { useEffect, useId, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { maxArgumentLength } from '../../../shared/spcp/request.ts';
import { createCodeLine, replaceText } from './code-line.ts';
import classes from './command.module.css';
import type { CommandPadProps } from './command-pad-props.ts';
import { CommandTools } from './command-tools.tsx';
import { TextDifference } from './text-difference.tsx';
import { byteLength, transformationFault } from './transformation-text.ts';
import { WarningList } from './warning-list.tsx';

/** The field of a transformation with what is said of it. Its code is fetched when it is shown. */
export default function Pad(props: CommandPadProps) {
  const { text, seen } = props;
  const { t } = useTranslation();
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const made = createCodeLine({
      parent,
      text: latest.current.text,
      labelledBy: `${id}-label`,
      describedBy: `${id}-fault ${id}-rule ${id}-length`,
      placeholder: 'tr a-z A-Z',
      onChange: (next) => {
        if (next !== latest.current.text) latest.current.setText(next);
      },
      onEnter: () =>
        parent.closest('form')?.querySelector<HTMLButtonElement>('button[type=submit]')?.click(),
    });
    view.current = made;
    if (latest.current.autoFocus === true) made.focus();
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [id]);
  useEffect(() => {
    if (view.current !== null) replaceText(view.current, text);
  }, [text]);
  useImperativeHandle(props.field, () => ({ focus: () => view.current?.focus() }), []);

  const fault = transformationFault(text);
  const isNew = text !== '' && seen !== undefined && text !== seen;
  return (
    <div>
      <Input.Label
        labelElement="div"
        id={`${id}-label`}
        onClick={() => view.current?.focus()}
        className={classes.label}
      >
        {t('changes:transformation.label')}
      </Input.Label>
      <div
        ref={host}
        className={classes.field}
        data-invalid={(fault !== null && fault.kind !== 'empty') || undefined}
      />
      <Input.Error id={`${id}-fault`} mt={4}>
        {fault !== null && (fault.kind !== 'empty' || props.wanted === true)
          ? t(`changes:transformation.faults.${fault.kind}`, { ...fault })
          : null}
      </Input.Error>
      <div className={classes.rule}>
        <Text size="xs" c="dimmed" id={`${id}-rule`}>
          {t(
            seen !== undefined && text === seen
              ? 'changes:transformation.same'
              : 'changes:transformation.rule',
          )}
        </Text>
        <Text
          size="xs"
          id={`${id}-length`}
          className={classes.length}
          c={fault?.kind === 'long' ? 'var(--mantine-color-error)' : 'dimmed'}
        >
          {t('changes:transformation.length', { used: byteLength(text), max: maxArgumentLength })}
        </Text>
      </div>
      <CommandTools
        text={text}
        setText={props.setText}
        ranOn={props.ranOn}
        onTaken={() => view.current?.focus()}
      />
      {isNew && (
        <TextDifference
          from={seen}
          to={text}
          fromLabel={t('changes:inForce')}
          toLabel={t('changes:command.next')}
        />
      )}
      {(fault === null || fault.kind === 'empty') && <WarningList text={text} />}
    </div>
  );
}
