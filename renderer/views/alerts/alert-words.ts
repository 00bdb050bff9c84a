import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/assert.ts';
import type { AlertCondition, AlertRule, AlertScope } from '../../../shared/model/alert-rule.ts';
import { mostNamed, namesInLine, ruleSaid } from '../../../shared/texts/alert-line.ts';
import { alertNumberText } from '../../../shared/texts/alert-number.ts';
import type { Batch } from '../../api/alerts.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useFormat } from '../../format/use-format.ts';

/** What a rule is about, and for which proxies, in words. */
export function useAlertWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const profiles = useProfiles().value;
  const condition = useCallback(
    (said: AlertCondition): string => {
      switch (said.kind) {
        case 'down':
          return t('alerts:says.down', { time: format.duration(said.seconds * 1000) });
        case 'password-refused':
        case 'restarted':
        case 'changed-elsewhere':
          return t(`alerts:kinds.${said.kind}`);
        case 'implausible':
          return t('alerts:says.implausible', readings(said));
        case 'metric':
          return t(`alerts:says.${said.direction}`, {
            metric: t(`alerts:numbers.${said.metric}`),
            value: alertNumberText(format, said.metric, said.raise),
            ...readings(said),
          });
        case 'unlike':
          return t('alerts:says.unlike', {
            metric: t(`alerts:numbers.${said.metric}`),
            ...readings(said),
          });
        default:
          return assertNever(said);
      }
    },
    [t, format],
  );
  const scope = useCallback(
    (said: AlertScope): string => {
      switch (said.kind) {
        case 'all':
          return t('alerts:scopes.all');
        case 'proxy': {
          const name = profiles?.find(({ id }) => id === said.id)?.name;
          return name ?? t('alerts:scopes.gone');
        }
        case 'folder':
          return t('alerts:scopes.folderOf', { name: said.folder });
        case 'tag':
          return t('alerts:scopes.tagOf', { name: said.tag });
        case 'search':
          return t('alerts:scopes.searchOf', { search: said.search });
        default:
          return assertNever(said);
      }
    },
    [t, profiles],
  );
  const more = useCallback(
    (count: number): string =>
      count > mostNamed ? ` ${t('alerts:more', { count: count - mostNamed })}` : '',
    [t],
  );
  const batch = useCallback(
    (alerts: Batch): { readonly what: string; readonly who: string } => {
      const [{ about }] = alerts;
      if (about.kind === 'own-network')
        return {
          what: t('alerts:ownNetwork'),
          who: t('alerts:ownNetworkText', { lost: about.lost, watched: about.watched }),
        };
      const names = alerts.flatMap(({ about: each }) =>
        each.kind === 'rule' ? [each.profileName] : [],
      );
      const said = condition(about.condition);
      return {
        what: ruleSaid(about.ruleName, said),
        who: namesInLine(names, (count) => t('alerts:more', { count })),
      };
    },
    [t, condition],
  );
  const rule = useCallback(
    ({ name, condition: said }: Pick<AlertRule, 'name' | 'condition'>): string =>
      name === '' ? condition(said) : name,
    [condition],
  );
  return useMemo(
    () => ({ condition, scope, batch, more, rule }),
    [condition, scope, batch, more, rule],
  );
}

/** Beside the sentence: `count` chooses its form. */
function readings({ bad, of }: { readonly bad: number; readonly of: number }) {
  return { bad, count: of };
}
