import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { EditorState, type Extension, Prec, type Range } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  placeholder,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { warningsOf } from '../../../shared/shell/warnings.ts';
import { transformationFault } from './transformation-text.ts';

/** What the field of a command is told of the page around it. */
export interface CodeLineParts {
  readonly parent: HTMLElement;
  readonly text: string;
  /** Ids of the elements that name and describe it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
}

const faultMark = Decoration.mark({ class: 'command-fault' });
const warningMark = Decoration.mark({ class: 'command-warned' });

/** What cannot be sent, and what is warned of, each at its place. */
function marksOf(text: string): readonly Range<Decoration>[] {
  const fault = transformationFault(text);
  if (fault !== null && fault.kind !== 'empty') return [faultMark.range(fault.start, fault.end)];
  return warningsOf(text)
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => warningMark.range(start, end));
}

const marks = EditorView.decorations.compute(['doc'], ({ doc }) =>
  Decoration.set([...marksOf(doc.toString())], true),
);

/** One line: a line end that is pasted is a character like another, which is then shown and named as one that cannot be sent. */
const oneLine: Extension = [
  EditorState.lineSeparator.of('\0'),
  // A terminal copies the end of the line along.
  EditorView.clipboardInputFilter.of((text) => text.replace(/\r?\n$/, '')),
  EditorView.lineWrapping,
];

/** A field of one line for a shell command. Tab leaves it, as any field; Enter is the form's. */
export function createCodeLine(parts: CodeLineParts): EditorView {
  const { onEnter, onChange } = parts;
  const enter = (): boolean => {
    onEnter();
    return true;
  };
  return new EditorView({
    parent: parts.parent,
    state: EditorState.create({
      doc: parts.text,
      extensions: [
        oneLine,
        Prec.highest(
          keymap.of([
            { key: 'Enter', run: enter, shift: enter },
            { key: 'Mod-Enter', run: enter },
          ]),
        ),
        history(),
        keymap.of([...standardKeymap, ...historyKeymap]),
        StreamLanguage.define(shell),
        syntaxHighlighting(classHighlighter),
        highlightSpecialChars(),
        drawSelection(),
        marks,
        placeholder(parts.placeholder),
        EditorView.contentAttributes.of(({ state }) => {
          const fault = transformationFault(state.doc.toString());
          return {
            'aria-multiline': 'false',
            'aria-labelledby': parts.labelledBy,
            'aria-describedby': parts.describedBy,
            'aria-invalid': String(fault !== null && fault.kind !== 'empty'),
          };
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
}

/** Puts another text in the place of what is there. */
export function replaceText(view: EditorView, text: string): void {
  const { doc } = view.state;
  if (doc.toString() === text) return;
  view.dispatch({
    changes: { from: 0, to: doc.length, insert: text },
    selection: { anchor: text.length },
  });
}
