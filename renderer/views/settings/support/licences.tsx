import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShippedPackage } from '../../../../shared/model/shipped-package.ts';
import { useCall } from '../../../api/use-call.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import classes from './licences.module.css';

/** The licences of the packages of others, behind a button. */
export function Licences() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" mt="sm" onClick={() => setOpen(true)}>
        {t('settings:about.licences')}
      </Button>
      {open && (
        <Dialog
          opened
          size="lg"
          title={t('settings:about.licences')}
          onClose={() => setOpen(false)}
        >
          <List />
        </Dialog>
      )}
    </>
  );
}

function List() {
  const { t } = useTranslation();
  const packages = useCall('support.licences', {});
  return (
    <ViewStates loaded={packages}>
      {(list) => (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t('settings:about.licencesAbout', { count: list.length })}
          </Text>
          {list.map((each) => (
            <Licence key={`${each.name}@${each.version}`} shipped={each} />
          ))}
        </>
      )}
    </ViewStates>
  );
}

function Licence({ shipped: { name, version, licence, text } }: { shipped: ShippedPackage }) {
  const { t } = useTranslation();
  return (
    <details className={classes.licence}>
      <summary>
        {name} {version} · {licence === '' ? t('settings:about.licenceUnknown') : licence}
      </summary>
      <pre className={classes.text}>{text === '' ? t('settings:about.noText') : text}</pre>
    </details>
  );
}
