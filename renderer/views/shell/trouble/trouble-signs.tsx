import { useEffect } from 'react';
import { useApi, useIsOld } from '../../../api/context.ts';
import { useStore } from '../../../api/store.ts';
import { tellTrouble } from '../../../api/title.ts';
import calm from '../../../icon.svg';
import trouble from '../../../icon-trouble.svg';

const icons = { calm, trouble };

/** Tells whoever looks at another window that a proxy is in trouble: by title, icon and badge. */
export function TroubleSigns() {
  const { size } = useStore(useApi().trouble);
  const old = useIsOld();
  useEffect(() => tellTrouble(old ? null : size, icons), [size, old]);
  return null;
}
