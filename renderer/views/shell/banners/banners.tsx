import { Alert, CloseButton, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../../shared/model/app-info.ts';
import { useMay } from '../../../api/asker.ts';
import { useApi } from '../../../api/context.ts';
import { useStore } from '../../../api/store.ts';
import { useCall } from '../../../api/use-call.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import { paths } from '../../../routes.ts';
import classes from './banners.module.css';

/** What concerns the whole window, above every view. */
export function Banners() {
  const { failure } = useApi();
  const { t } = useTranslation();
  const { value } = useCall('app.notices', {}, { live: true });
  const failed = useStore(failure);
  if (failed === null && (value ?? []).length === 0) return null;
  return (
    <Stack gap="xs" mb="md">
      {failed !== null && (
        <div className={classes.closable}>
          <ErrorPanel error={failed} />
          <CloseButton
            className={classes.close}
            aria-label={t('dismiss')}
            onClick={() => failure.set(null)}
          />
        </div>
      )}
      {value?.map((notice) => (
        <NoticeBanner key={notice.id} notice={notice} />
      ))}
    </Stack>
  );
}

function NoticeBanner({ notice }: { notice: Notice }) {
  const { client } = useApi();
  const { t } = useTranslation();
  const action = useAction();
  const { title, text } = useSpeaker().notice(notice);
  const mayDismiss = useMay('operate');
  return (
    <Alert
      role="status"
      variant="light"
      color="yellow"
      icon={<IconInfoCircle aria-hidden />}
      title={title}
      data-notice={notice.code}
      withCloseButton={mayDismiss}
      closeButtonLabel={t('dismiss')}
      onClose={() => action.run(() => client.call('app.dismissNotice', { id: notice.id }))}
    >
      <Text size="sm" c="var(--mantine-color-text)">
        {text}
        {isOfProfiles(notice) && (
          <>
            {' '}
            <RouteLink to={paths.restore} inherit>
              {t('pages.restore')}
            </RouteLink>
          </>
        )}
      </Text>
    </Alert>
  );
}

/** A file of profiles that was damaged: earlier copies may have what is missing. */
function isOfProfiles({ code }: Notice): boolean {
  return code === 'profiles-restored' || code === 'profiles-damaged';
}
