import { Tooltip } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDifferences } from '../../api/context.ts';
import { useFormat } from '../../format/use-format.ts';
import { differenceWords } from './difference-words.ts';
import classes from './unlike.module.css';

/**
 * In what a proxy is unlike its group, in a few words; in whole sentences on hover and focus, and where it is read out. Nothing where it is
 * like the others. `signOnly` leaves the words out where there is no room for them.
 */
export const Unlike = memo(function Unlike(props: { id: string; signOnly?: boolean }) {
  const differences = useDifferences(props.id);
  const { t } = useTranslation();
  const format = useFormat();
  const wholeId = useId();
  const [first, ...others] = differences.map((each) => differenceWords(each, t, format));
  if (first === undefined) return null;
  const whole = [first, ...others].map((each) => each.whole).join(' ');
  const signOnly = props.signOnly === true;
  return (
    <>
      <Tooltip
        label={whole}
        withinPortal
        multiline
        w={320}
        events={{ hover: true, focus: true, touch: true }}
      >
        <button
          type="button"
          className={classes.unlike}
          aria-describedby={signOnly ? undefined : wholeId}
        >
          <IconArrowsSplit2 size={14} aria-hidden />
          {signOnly ? (
            <span className="visually-hidden">{whole}</span>
          ) : (
            <>
              <span className={classes.words}>{first.short}</span>
              {others.length > 0 && (
                <span className={classes.more}>
                  {t('arrangement:unlike.more', { count: others.length })}
                </span>
              )}
            </>
          )}
        </button>
      </Tooltip>
      {!signOnly && (
        <span id={wholeId} hidden>
          {whole}
        </span>
      )}
    </>
  );
});
