import { Tooltip } from '@mantine/core';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { inOneLine } from '../../../../shared/texts/texts.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';
import classes from './card.module.css';

/** What went wrong; the whole sentence on hover or focus, and always for screen readers. */
export function Why({ error, remedy = false }: { error: ErrorValue; remedy?: boolean }) {
  const text = useSpeaker().error(error);
  const whole = inOneLine(text);
  return (
    <Tooltip
      withinPortal={false}
      label={whole}
      multiline
      w={300}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the sentence is cut off to the card's width, and a keyboard must reach the whole of it */}
      <div className={`${classes.why} ${classes.above}`} data-code={error.code} tabIndex={0}>
        <p className={classes.whyTitle}>{text.title}</p>
        {remedy && <p>{text.remedy}</p>}
        <span className="visually-hidden">{remedy ? text.message : whole}</span>
      </div>
    </Tooltip>
  );
}
