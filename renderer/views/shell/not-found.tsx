import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { paths } from '../../routes.ts';

/** For an address that no page has. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t('pages.notFound')} description={t('notFoundText')} />
      <RouteLink to={paths.board}>{t('toBoard')}</RouteLink>
    </>
  );
}
