import { Menu, Tooltip } from '@mantine/core';
import type { CSSProperties, MouseEvent, ReactElement } from 'react';
import { useState } from 'react';
import classes from './mark-buttons.module.css';
import type { ChartMark } from './time-chart-series.ts';

/** So many of a group are said; the others are counted. */
const mostSaid = 8;

/** What marks say, and where they lead. */
export interface MarkWords<Mark> {
  readonly sayMark: (mark: Mark) => string;
  /** Says that there are so many more. */
  readonly sayMore: (count: number) => string;
  /** The link to what came of a mark; null where there is nothing to be seen, as of a restart. */
  readonly linkOf: (mark: Mark) => string | null;
  /** Shows it here instead of following the link, where it is pressed without a key that wants another tab or window. */
  readonly onOpen?: (mark: Mark) => void;
}

interface Lead<Mark> {
  readonly mark: Mark;
  readonly href: string;
}

/** The sign of one or more marks, or words: a link where one of them leads somewhere, a menu where several do, else a button that only says what happened. */
export function MarkButton<Mark extends ChartMark>(
  props: MarkWords<Mark> & {
    marks: readonly Mark[];
    style?: CSSProperties;
    tabIndex?: number;
    /** In the place of a sign: words, which are its name. */
    words?: { readonly text: string; readonly className: string | undefined };
  },
) {
  const { marks, sayMark, linkOf, style, tabIndex, words } = props;
  const [opened, setOpened] = useState(false);
  const said = marks.slice(0, mostSaid).map(sayMark);
  if (marks.length > mostSaid) said.push(props.sayMore(marks.length - mostSaid));
  const leads = marks.flatMap((mark): Lead<Mark>[] => {
    const href = linkOf(mark);
    return href === null ? [] : [{ mark, href }];
  });
  const shared = {
    ...{ style, tabIndex },
    ...(words === undefined
      ? { className: classes.mark, 'aria-label': said.join('; ') }
      : { className: words.className, children: words.text }),
  };
  const explained = (child: ReactElement) => (
    <Tooltip
      label={said.map((text) => <div key={text}>{text}</div>)}
      events={{ hover: true, focus: true, touch: true }}
      disabled={opened}
    >
      {child}
    </Tooltip>
  );
  const [only] = leads;
  if (only === undefined) return explained(<button type="button" {...shared} />);
  if (leads.length === 1) {
    return explained(<a {...shared} href={only.href} onClick={opening(props, only.mark)} />);
  }
  return (
    <Menu opened={opened} onChange={setOpened} shadow="md" withInitialFocusPlaceholder={false}>
      {explained(
        <Menu.Target>
          <button type="button" {...shared} />
        </Menu.Target>,
      )}
      <Menu.Dropdown className={classes.menu}>
        {leads.map(({ mark, href }) => (
          <Menu.Item key={href} component="a" href={href} onClick={opening(props, mark)}>
            {sayMark(mark)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a press of a link to a mark does, where it does not just follow it. */
function opening<Mark>(
  { onOpen }: Pick<MarkWords<Mark>, 'onOpen'>,
  mark: Mark,
): ((event: MouseEvent) => void) | undefined {
  if (onOpen === undefined) return undefined;
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(mark);
  };
}
