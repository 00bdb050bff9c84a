import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lineDifference, type Segment } from '../differences.ts';
import classes from './trial.module.css';

/** So many lines are drawn. */
const mostLines = 500;

const signs = { same: ' ', removed: '−', added: '+' } as const;
const tags = { same: 'span', removed: 'del', added: 'ins' } as const;

/** What became of a text, line by line: what is gone struck through behind a minus, what is new underlined behind a plus. */
export function LineDifference({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const lines = useMemo(() => linesOf(lineDifference(from, to)), [from, to]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard */}
      <section className={classes.lines} aria-label={t('commands:trial.difference')} tabIndex={0}>
        {lines.slice(0, mostLines).map(({ kind, text }, i) => {
          const Line = tags[kind];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name
            <div key={i} className={classes.line} data-kind={kind}>
              <span aria-hidden>{signs[kind]}</span>
              <Line>{text === '' ? '\u00a0' : text}</Line>
            </div>
          );
        })}
      </section>
      {lines.length > mostLines && (
        <Text size="xs" c="dimmed">
          {t('commands:trial.moreLines', { count: lines.length - mostLines })}
        </Text>
      )}
    </>
  );
}

function linesOf(segments: readonly Segment[]): readonly Segment[] {
  return segments.flatMap(({ kind, text }) => {
    const lines = text.split('\n');
    // The end of the last line begins no other.
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line) => ({ kind, text: line }));
  });
}
