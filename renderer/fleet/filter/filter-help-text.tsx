import { Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { isUsualClass } from '../../../shared/model/environment-class.ts';
import { useClasses } from '../../api/classes.ts';
import { filterWords } from '../../components/use-filter.ts';
import classes from './filter.module.css';

const examples = [
  ['words', 'mail 05'],
  ['quotes', '"mail 05"'],
  ['not', '-test'],
  ['state', 'state:ready,off'],
  ['env', 'class:production'],
  ['folder', 'folder:europe'],
  ['tag', 'tag:mail'],
  ['host', 'host:example'],
  ['port', 'port:9090-9099'],
  ['user', 'user:operator'],
  ['via', 'via:udp'],
  ['note', 'note:rack'],
  ['colour', 'colour:red'],
  ['password', 'password:none'],
  ['managed', 'managed:yes'],
  ['favourite', 'is:favourite'],
  ['unlike', 'is:unlike'],
  ['trouble', 'is:trouble'],
] as const;

/** What can be typed into the filter, each with an example. */
export default function FilterHelpText() {
  const { t } = useTranslation();
  const words = filterWords(t, useClasses());
  const namesOf = (operator: 'state' | 'environment' | 'via' | 'colour' | 'password'): string =>
    Object.entries(words[operator])
      .map(([word, [name]]) =>
        isSaid(word, name) ? word : isOwnClass(operator, word) ? name : `${word} (${name})`,
      )
      .join(', ');
  const values: Partial<Record<(typeof examples)[number][0], string>> = {
    state: namesOf('state'),
    env: namesOf('environment'),
    via: namesOf('via'),
    colour: namesOf('colour'),
    password: namesOf('password'),
  };
  return (
    <>
      <Text size="sm">{t('arrangement:filter.intro')}</Text>
      <dl className={classes.examples}>
        {examples.map(([name, example]) => (
          <div key={name}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>
              <Trans
                t={t}
                i18nKey={`arrangement:filter.examples.${name}`}
                values={{ values: values[name] ?? '' }}
                components={{ code: <code /> }}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Text size="sm">{t('arrangement:filter.combine')}</Text>
    </>
  );
}

/** Nobody types the id of a class. */
function isOwnClass(operator: string, word: string): boolean {
  return operator === 'environment' && !isUsualClass(word);
}

/** Whether the word itself says what it is called. */
function isSaid(word: string, name: string | undefined): boolean {
  return name === undefined || name.toLowerCase().replaceAll(' ', '-') === word;
}
