import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../../../shared/model/change.ts';
import { tookEffect } from '../../../../../shared/model/change-effect.ts';
import { RouteLink } from '../../../../components/route-link.tsx';
import { paths } from '../../../../routes.ts';

/** To what a change made of its proxy; nothing where it did nothing, or the proxy is gone. */
export function LensLink({ entry, known }: { entry: AuditRow; known: boolean }) {
  const { t } = useTranslation();
  if (!known || !tookEffect(entry)) return null;
  return <RouteLink to={paths.lens(entry.profileId, entry.at)}>{t('lens:open')}</RouteLink>;
}
