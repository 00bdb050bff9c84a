import { Button, Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showHidden } from '../../../../shared/model/hidden.ts';
import { shownText } from '../../../../shared/spcp/ascii.ts';
import { useCall } from '../../../api/use-call.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Dialog } from '../../dialog.tsx';
import { Empty, ViewStates } from '../../view-states.tsx';
import { transformationFault } from '../transformation-text.ts';
import classes from './library.module.css';
import { ranCommands } from './ran.ts';

/** As many entries as the audit log gives at once. */
const mostEntries = 1000;

/** The transformations that one proxy ran, by the audit log: each can be taken again. */
export default function RanDialog(props: {
  profileId: string;
  onTake: (command: string) => void;
  onClose: () => void;
}) {
  const { profileId, onTake, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useCall('audit.list', { id: profileId, limit: mostEntries });
  return (
    <Dialog opened onClose={onClose} size="lg" title={t('commands:ran.title')}>
      <ViewStates
        loaded={rows}
        isEmpty={(list) => ranCommands(list).length === 0}
        empty={<Empty title={t('commands:ran.none')} text={t('commands:ran.noneText')} />}
      >
        {(list) => (
          <ul className={classes.list}>
            {ranCommands(list).map(({ text, set }) => (
              <li key={text} className={classes.item}>
                <div className={classes.said}>
                  <Code className={classes.command}>{shownText(text)}</Code>
                  <Text size="xs" c="dimmed">
                    {set === null
                      ? t('commands:ran.setElsewhere')
                      : t('commands:ran.when', {
                          when: format.dateTime(set.at),
                          actor: showHidden(set.actor),
                        })}
                  </Text>
                </div>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={transformationFault(text) !== null}
                  aria-label={t('commands:takeOf', { name: text })}
                  onClick={() => onTake(text)}
                >
                  {t('commands:take')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </ViewStates>
    </Dialog>
  );
}
