import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { hrefOf } from '../routes.ts';

/** A link to a view of this window, as large as the text that it stands in, if it is not given a size. */
export function RouteLink({
  to,
  ...rest
}: AnchorProps & { to: string; title?: string; children: ReactNode }) {
  return (
    <Anchor
      href={hrefOf(to)}
      inherit={rest.size === undefined && rest.fz === undefined}
      {...rest}
    />
  );
}
