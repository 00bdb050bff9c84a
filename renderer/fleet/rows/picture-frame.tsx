import { createContext, type ReactNode, type Ref, useContext, useEffect } from 'react';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { Hold } from '../arrangement/hold.ts';
import type { ItemRow } from './rows.ts';
import { type RenderPlace, usePlaceKeys } from './use-place-keys.ts';

const Renderers = createContext<Set<RenderPlace>>(new Set());

/** What the list and all pictures of the board have in common: keys, selection, and that nothing moves while somebody points at it or works in it. */
export function PictureFrame(props: {
  shown: readonly ProfileEntry[];
  rows: readonly ItemRow[];
  rowHeight: number;
  hold: Hold;
  ref?: Ref<HTMLDivElement>;
  className?: string | undefined;
  children: ReactNode;
}) {
  const { shown, rows, rowHeight, hold, ref, className, children } = props;
  const { onKeyDown, onClick, renderers } = usePlaceKeys(shown, rows, rowHeight);
  // Nobody leaves what is gone.
  useEffect(
    () => () => {
      hold('pointer', false);
      hold('focus', false);
    },
    [hold],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what bubbles from the links in it, and takes no focus itself
    <div
      ref={ref}
      className={className}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerEnter={() => hold('pointer', true)}
      onPointerLeave={() => hold('pointer', false)}
      onFocus={() => hold('focus', true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) hold('focus', false);
      }}
    >
      <Renderers value={renderers}>{children}</Renderers>
    </div>
  );
}

/** `render` hears of each place that is about to get the focus. */
export function useRenderPlace(render: RenderPlace): void {
  const renderers = useContext(Renderers);
  useEffect(() => {
    renderers.add(render);
    return () => {
      renderers.delete(render);
    };
  }, [renderers, render]);
}
