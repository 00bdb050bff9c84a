import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ComponentType, type KeyboardEvent, useId, useState } from 'react';
import { Tree } from './tree.tsx';
import { treeStep } from './tree-keys.ts';
import { type LineProps, lineId, type TreeLine } from './tree-line.ts';

interface PickerProps<Line extends TreeLine> {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Those that fit the text. */
  readonly lines: readonly Line[];
  /** What Enter chooses when nothing else was; the first line unless told. */
  readonly first?: string | undefined;
  readonly Row: ComponentType<LineProps<Line>>;
  readonly onFold: (line: Line, folded: boolean) => void;
  readonly onChoose: (line: Line) => void;
}

/** A field with a tree below it. The focus stays in the field: letters narrow the tree, arrows go about in it, Enter chooses. */
export function TreePicker<Line extends TreeLine>(props: PickerProps<Line>) {
  const { label, text, lines, onFold, onChoose } = props;
  const id = useId();
  const [moved, setMoved] = useState<string | null>(null);
  const at = Math.max(
    0,
    lines.findIndex(({ key }) => key === (moved ?? props.first)),
  );
  const active = lines[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Enter') {
      event.preventDefault();
      if (active !== undefined) onChoose(active);
      return;
    }
    // In a text these keys are the field's.
    const ofText = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];
    if (event.shiftKey || (text !== '' && ofText.includes(key))) return;
    const step = treeStep(key, lines, at);
    if (step === null || active === undefined) return;
    event.preventDefault();
    if ('focus' in step) setMoved(lines[step.focus]?.key ?? null);
    else onFold(active, step.folded);
  };
  return (
    <>
      <TextInput
        role="combobox"
        aria-expanded
        aria-haspopup="tree"
        aria-controls={id}
        aria-activedescendant={active === undefined ? undefined : lineId(id, at)}
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        data-autofocus
        value={text}
        onChange={({ currentTarget }) => {
          props.onText(currentTarget.value);
          setMoved(null);
        }}
        onKeyDown={onKeyDown}
      />
      <Tree
        lines={lines}
        label={label}
        Row={props.Row}
        current={active?.key ?? null}
        onFold={onFold}
        onChoose={onChoose}
        led={{ id }}
      />
    </>
  );
}
