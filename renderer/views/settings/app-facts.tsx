import { Code, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../shared/model/app-info.ts';
import { useMay } from '../../api/asker.ts';
import { useCall } from '../../api/use-call.ts';
import { Panel } from '../../components/panel.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { unbroken } from '../../components/unbroken.ts';
import { paths } from '../../routes.ts';
import classes from './settings-page.module.css';
import { Licences } from './support/licences.tsx';

/** Where the app keeps what it knows, what it runs on, and whom it talks to. */
export function AppFacts({ info }: { info: AppInfo }) {
  const { t } = useTranslation();
  const { kernelSctp } = info;
  return (
    <>
      <Panel title={t('settings:data.title')}>
        <dl className={classes.facts}>
          <dt>{t('settings:data.directory')}</dt>
          <dd>
            <Code>{info.dataDirectory}</Code>
            <Text size="xs" c="dimmed" mt={4}>
              {t('settings:data.holds')}
            </Text>
          </dd>
        </dl>
      </Panel>
      <Panel title={t('settings:network.title')}>
        <dl className={classes.facts}>
          <dt>{t('transports.kernel')}</dt>
          <dd>
            <Fact good={kernelSctp.available}>
              {t(kernelSctp.available ? 'settings:network.kernel' : 'settings:network.noKernel')}
            </Fact>
            {!kernelSctp.available && (
              <Text size="xs" c="dimmed" mt={2}>
                {t(`kernelSctp.${kernelSctp.reason}`)}
              </Text>
            )}
          </dd>
          <dt>{t('transports.udp')}</dt>
          <dd>
            <Fact good>{t('settings:network.udp')}</Fact>
          </dd>
          <dt>{t('settings:network.elsewhere')}</dt>
          <dd>
            <Elsewhere />
          </dd>
        </dl>
      </Panel>
      <Panel title={t('settings:about.title')}>
        <dl className={classes.facts}>
          <dt>{t('settings:about.version')}</dt>
          <dd>{info.version}</dd>
          <dt>{t('settings:about.shell')}</dt>
          <dd>{t(`settings:about.shells.${info.shell}`)}</dd>
        </dl>
        <Licences />
      </Panel>
    </>
  );
}

/** Whom the app talks to beside the proxies. */
function Elsewhere() {
  const { t } = useTranslation();
  // Where alerts go is for administrators to know.
  const may = useMay('administer');
  const { value, error } = useCall('alerts.webhook', {}, { live: true, enabled: may });
  if (value === null) return error === null && may ? t('loading') : t('settings:network.unknown');
  if (value.url === null) return t('settings:network.statement');
  return (
    <>
      <span style={unbroken(value.url)}>{t('settings:network.webhook', { url: value.url })}</span>{' '}
      <RouteLink to={paths.alerts}>{t('settings:network.toWebhook')}</RouteLink>
      <Text size="xs" c="dimmed" mt={2}>
        {t('settings:network.sent')}
      </Text>
    </>
  );
}

/** A fact with a sign: as one would wish, or to be known. */
function Fact({ good, children }: { good: boolean; children: ReactNode }) {
  const Sign = good ? IconCircleCheck : IconInfoCircle;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Sign
        size={16}
        aria-hidden
        color={good ? 'var(--spcp-ready)' : 'var(--spcp-waiting)'}
        className={classes.sign}
      />
      <span>{children}</span>
    </Group>
  );
}
