import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskerContext } from '../../api/asker.ts';
import { useCall } from '../../api/use-call.ts';
import { reasonId } from './reason-id.ts';

const wanted = ['operate', 'administer'] as const;

/** Asks who sits at this window, and has the reasons why they may not do something at hand, for controls to point at. */
export function AskerProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { value } = useCall('app.whoAmI', {}, { live: true });
  return (
    <AskerContext value={value}>
      {children}
      {value !== null &&
        value.role !== 'administer' &&
        wanted.map((role) => (
          <span key={role} id={reasonId(role)} hidden>
            {t(`may.needs.${role}`)}
          </span>
        ))}
    </AskerContext>
  );
}
