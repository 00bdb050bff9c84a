import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { type Classes, classOf } from '../../../../shared/model/environment-class.ts';
import { type ListColumn, listColumns } from '../../../../shared/model/preference-words.ts';
import { type Colour, transportChoices } from '../../../../shared/model/profile-words.ts';
import type { Format } from '../../../../shared/texts/format.ts';
import { useClasses } from '../../../api/classes.ts';
import { useVault } from '../../../api/vault.ts';
import { className, classSign } from '../../../components/class-words.ts';
import { useFormat } from '../../../format/use-format.ts';

interface ClassWords {
  readonly name: string;
  readonly colour: Colour;
  readonly Sign: ReturnType<typeof classSign>;
}

type Named = (name: string) => string;

/** All that rows say: looked up once for all rows, since dozens of them are drawn at each letter of a search. */
export interface RowWords {
  readonly format: Format;
  readonly demo: string;
  readonly select: Named;
  readonly favourite: Named;
  readonly connect: Named;
  readonly disconnect: Named;
  readonly edit: Named;
  readonly remove: Named;
  readonly seconds: Named;
  readonly columns: Readonly<Record<ListColumn, string>>;
  /** It is not known whether another program has passwords: it is asked when one is needed. Null where none is. */
  readonly asked: string | null;
  readonly stock: string;
  readonly stockText: string;
  /** What the class of this id is called, its sign and its colour. */
  readonly classOf: (id: string) => ClassWords;
  readonly transports: Readonly<Record<ProfileEntry['transport'], string>>;
  readonly passwords: Readonly<Record<ProfileEntry['savedPassword'], string>>;
}

/** The same in each render, as long as the language is. */
export function useRowWords(): RowWords {
  const { t } = useTranslation();
  const format = useFormat();
  const asks = useVault()?.kind === 'command';
  const classes = useClasses();
  return useMemo(() => rowWords(t, format, asks, classes), [t, format, asks, classes]);
}

/** Stands for what is put in; no text has it. */
const gap = '\u0000';

export function rowWords(t: TFunction, format: Format, asks: boolean, classes: Classes): RowWords {
  const filled = (text: string): Named => {
    const parts = text.split(gap);
    return (name) => parts.join(name);
  };
  const name = gap;
  return {
    format,
    demo: t('demo'),
    select: filled(t('board:select', { name })),
    favourite: filled(t('profiles:actions.favourite', { name })),
    connect: filled(t('profiles:actions.connect', { name })),
    disconnect: filled(t('profiles:actions.disconnect', { name })),
    edit: filled(t('profiles:actions.edit', { name })),
    remove: filled(t('profiles:actions.remove', { name })),
    seconds: filled(t('profiles:list.seconds', { seconds: gap })),
    columns: namesOf(listColumns, (each) => t(`profiles:columns.${each}`)),
    asked: asks ? t('vault:command.asked') : null,
    stock: t('profiles:stock.short'),
    stockText: t('profiles:stock.text'),
    classOf: (id) => ({
      name: className(classes, id, t),
      colour: classOf(classes, id).colour,
      Sign: classSign(classes, id),
    }),
    transports: namesOf(transportChoices, (each) => t(`transports.${each}`)),
    passwords: namesOf(['none', 'here', 'elsewhere'], (each) => t(`profiles:password.${each}`)),
  };
}

function namesOf<Word extends string>(
  words: readonly Word[],
  nameOf: (word: Word) => string,
): Readonly<Record<Word, string>> {
  return Object.fromEntries(words.map((word) => [word, nameOf(word)])) as Record<Word, string>;
}
