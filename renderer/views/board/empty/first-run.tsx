import { Button, Text, Title } from '@mantine/core';
import { type Icon, IconPlayerPlay, IconPlus, IconServerBolt } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { May } from '../../../components/may/may.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { useAction } from '../../../components/use-action.tsx';
import icon from '../../../icon.svg';
import { hrefOf, paths } from '../../../routes.ts';
import classes from './first-run.module.css';

/** What the app is, and the two ways to begin. */
export function FirstRun() {
  const { client } = useApi();
  const { t } = useTranslation();
  const { busy, run } = useAction();
  return (
    <div className={classes.page}>
      <img src={icon} alt="" width={52} height={52} />
      <PageTitle title={t('board:firstRun.title')} />
      <Text className={classes.text}>{t('board:firstRun.text')}</Text>
      <div className={classes.choices}>
        <Choice
          sign={IconPlus}
          title={t('board:firstRun.addTitle')}
          text={t('board:firstRun.addText')}
        >
          <May needs="administer">
            <Button component="a" href={hrefOf(paths.newProfile)}>
              {t('addProfile')}
            </Button>
          </May>
        </Choice>
        <Choice
          sign={IconServerBolt}
          title={t('board:firstRun.demoTitle')}
          text={t('board:firstRun.demoText')}
        >
          <May needs="administer">
            <Button
              variant="default"
              loading={busy}
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              onClick={() => run(() => client.call('demo.start', {}))}
            >
              {t('startDemo')}
            </Button>
          </May>
        </Choice>
      </div>
    </div>
  );
}

function Choice(props: { sign: Icon; title: string; text: string; children: ReactNode }) {
  const { sign: Sign } = props;
  return (
    <section className={classes.choice}>
      <Sign size={26} stroke={1.6} className={classes.sign} aria-hidden />
      <Title order={2} size="h5">
        {props.title}
      </Title>
      <Text size="sm" c="dimmed" className={classes.choiceText}>
        {props.text}
      </Text>
      {props.children}
    </section>
  );
}
