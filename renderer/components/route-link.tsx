import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { hrefOf } from '../routes.ts';

/** A link to a view of this window. */
export function RouteLink({
  to,
  ...rest
}: AnchorProps & { to: string; title?: string; children: ReactNode }) {
  return <Anchor href={hrefOf(to)} {...rest} />;
}
