import { Tooltip } from '@mantine/core';
import { cloneElement, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/model/roles.ts';
import { useMay } from '../../api/asker.ts';
import { reasonId } from './reason-id.ts';

/** What not everybody has. */
export type Needed = Exclude<Role, 'view'>;

interface Refusable {
  readonly needs: Needed;
  readonly children: ReactElement<Record<string, unknown>>;
}

/**
 * A control that acts, for who has at least this role. For others it does nothing and says why: it stays where the keyboard finds it, since one
 * that is skipped tells nobody. What surrounds it may hand it properties as if it were the control.
 */
export function May({
  needs,
  children,
  ...given
}: Refusable & { readonly [property: string]: unknown }) {
  if (useMay(needs)) return cloneElement(children, given);
  return (
    <Refused needs={needs} given={given}>
      {children}
    </Refused>
  );
}

const onFocusToo = { hover: true, focus: true, touch: true };

const stay = (event: SyntheticEvent): void => {
  event.preventDefault();
  event.stopPropagation();
};
const nothing = (): void => undefined;

function Refused(props: Refusable & { readonly given: Readonly<Record<string, unknown>> }) {
  const { needs, children, given } = props;
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`may.needs.${needs}`)} multiline maw={320} events={onFocusToo}>
      {cloneElement(children, {
        ...given,
        onClick: stay,
        ...(children.props.onChange === undefined ? {} : { onChange: nothing }),
        'aria-disabled': true,
        'aria-describedby': reasonId(needs),
        'data-refused': '',
      })}
    </Tooltip>
  );
}
