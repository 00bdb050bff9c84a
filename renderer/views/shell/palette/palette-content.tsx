import { IconSearch } from '@tabler/icons-react';
import { useMatches } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, usePreferences } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { idIn } from '../id-in.ts';
import { choiceAfterKey } from './choice.ts';
import type { Command, Offer } from './command.ts';
import { ConfirmName } from './confirm-name.tsx';
import classes from './palette.module.css';
import { PaletteList } from './palette-list.tsx';
import { withRecent } from './recent.ts';
import { findOffers } from './search.ts';
import { useOffers } from './use-offers.ts';

/**
 * The field of the palette and what is found. The focus stays in the field, and the choice moves in the list. `typed` stands in the field when it is
 * drawn first.
 */
export function PaletteContent({ typed, close }: { typed: string; close: () => void }) {
  const { t } = useTranslation();
  const { setPreferences } = useApi();
  const { recentCommands: recent } = usePreferences();
  const { value: profiles } = useProfiles();
  const openId = useMatches({ select: (matches) => idIn(matches.at(-1)?.params) });
  const here = profiles?.find(({ id }) => id === openId) ?? null;
  const offers = useOffers();
  const [query, setQuery] = useState(typed);
  /** What was chosen by key or pointer; until then it is the first, where that is safe. */
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ offer: Offer; command: Command; name: string } | null>(
    null,
  );
  const listId = useId();
  const found = useMemo(
    () => findOffers(query, offers, { recent, here: here?.id ?? null }),
    [query, offers, recent, here?.id],
  );
  const order = useMemo(() => found.parts.flatMap((part) => part.offers), [found]);
  const chosen = order.find(({ id }) => id === chosenId) ?? found.first;

  const finish = (offer: Offer, command: Command, confirmName?: string): void => {
    close();
    setPreferences({ recentCommands: withRecent(recent, offer.id) });
    command.run(confirmName);
  };
  const choose = (offer: Offer): void => {
    if (offer.refused !== undefined) return;
    const command = offer.make();
    if (command.confirm === undefined) finish(offer, command);
    else setAsking({ offer, command, name: command.confirm });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen !== null) choose(chosen);
      return;
    }
    const at = chosen === null ? -1 : order.indexOf(chosen);
    const next = choiceAfterKey(event.key, at, order.length);
    if (next === null) return;
    event.preventDefault();
    setChosenId(order[next]?.id ?? null);
  };

  if (asking !== null) {
    return (
      <ConfirmName
        what={asking.command.label}
        name={asking.name}
        onConfirm={(typed) => finish(asking.offer, asking.command, typed)}
        onBack={() => setAsking(null)}
      />
    );
  }
  const idOf = (offer: Offer): string => `${listId} ${order.indexOf(offer)}`.replaceAll(' ', '-');
  return (
    <>
      <label className={classes.field}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins at its field
          autoFocus
          type="text"
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={chosen === null ? undefined : idOf(chosen)}
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosenId(null);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <PaletteList
        id={listId}
        found={found}
        chosen={chosen}
        here={here?.name ?? ''}
        idOf={idOf}
        onPoint={(offer) => setChosenId(offer.id)}
        onChoose={choose}
      />
      <p className={classes.foot} role="status">
        {found.all === 0 && t('palette.nothing')}
        {found.shown < found.all && t('palette.some', { shown: found.shown, count: found.all })}
        {chosen === null && found.all > 0 && ` ${t('palette.chooseFirst')}`}
      </p>
    </>
  );
}
