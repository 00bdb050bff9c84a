import { useTranslation } from 'react-i18next';
import { shownText } from '../../../shared/spcp/ascii.ts';
import classes from './command.module.css';
import { type Segment, wordDifference } from './differences.ts';

/** Two commands side by side, the first of which may come from a proxy: what of the first is gone struck through, what of the second is new underlined. */
export function TextDifference(props: {
  from: string | null;
  to: string | null;
  fromLabel: string;
  toLabel: string;
}) {
  const { from, to, fromLabel, toLabel } = props;
  const segments = wordDifference(shownText(from ?? ''), to ?? '');
  return (
    <div className={classes.sides}>
      <Side label={fromLabel} sign="−" text={from} segments={segments} own="removed" />
      <Side label={toLabel} sign="+" text={to} segments={segments} own="added" />
    </div>
  );
}

function Side(props: {
  label: string;
  sign: string;
  text: string | null;
  segments: readonly Segment[];
  own: 'removed' | 'added';
}) {
  const { label, sign, text, segments, own } = props;
  const { t } = useTranslation();
  const Mark = own === 'removed' ? 'del' : 'ins';
  return (
    <figure className={classes.side}>
      <figcaption>
        <span aria-hidden>{sign} </span>
        {label}
      </figcaption>
      {text === null ? (
        <em className={classes.nothing}>{t('changes:noTransformation')}</em>
      ) : (
        <code className={classes.command}>
          {segments
            .filter(({ kind }) => kind === 'same' || kind === own)
            .map((segment, i) =>
              segment.kind === 'same' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name
                <span key={i}>{segment.text}</span>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name
                <Mark key={i} className={classes[own]}>
                  {segment.text}
                </Mark>
              ),
            )}
        </code>
      )}
    </figure>
  );
}
