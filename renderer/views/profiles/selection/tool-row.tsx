import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { May } from '../../../components/may/may.tsx';
import { useFolding } from '../../../components/use-folding.ts';
import classes from './selection.module.css';
import type { Tool } from './tool.ts';

/** Tools as buttons, in one line; `rest` draws what holds those that there is no room for. */
export function ToolRow(props: {
  tools: readonly Tool[];
  rest: (folded: readonly Tool[]) => ReactNode;
}) {
  const { tools, rest } = props;
  const { ref, room } = useFolding<HTMLDivElement>();
  return (
    <div className={classes.actions}>
      <div className={classes.folding} ref={ref}>
        {tools.map((tool, place) => (
          <span key={tool.key} inert={place >= room} data-folded={place >= room || undefined}>
            <ToolButton tool={tool} />
          </span>
        ))}
      </div>
      {rest(tools.slice(room))}
    </div>
  );
}

function ToolButton({ tool }: { tool: Tool }) {
  const { label, icon: Sign, act, disabled = false, needs, title, shortcut } = tool;
  const look = {
    size: 'xs',
    variant: 'default',
    leftSection: <Sign size={15} aria-hidden />,
    title,
    'aria-description': title,
    'aria-keyshortcuts': shortcut,
    children: label,
  } as const;
  const button =
    typeof act === 'function' ? (
      <Button {...look} disabled={disabled} onClick={act} />
    ) : (
      <Button {...look} component="a" href={act.href} />
    );
  return needs === undefined ? button : <May needs={needs}>{button}</May>;
}
