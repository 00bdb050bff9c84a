import { IconSearch } from '@tabler/icons-react';
import { useMatches } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameName } from '../../../../shared/model/name.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { idIn } from '../id-in.ts';
import { choiceAfterKey } from './choice.ts';
import type { Command, Offer } from './command.ts';
import { ConfirmName } from './confirm-name.tsx';
import { afterTextKey, answerIn, isTextKey, type KeysAhead, withKey } from './keys-ahead.ts';
import classes from './palette.module.css';
import { PaletteList } from './palette-list.tsx';
import { withRecent } from './recent.ts';
import { findOffers } from './search.ts';
import { useOffers } from './use-offers.ts';

/**
 * The field of the palette and what is found. The focus stays in the field, and the choice moves in the list. `ahead` is what was pressed before it
 * was drawn first.
 */
export function PaletteContent({ ahead, close }: { ahead: KeysAhead; close: () => void }) {
  const { t } = useTranslation();
  const { setPreferences } = useApi();
  const { recentCommands: recent } = usePreferences();
  const { value: profiles } = useProfiles();
  const openId = useMatches({ select: (matches) => idIn(matches.at(-1)?.params) });
  const here = profiles?.find(({ id }) => id === openId) ?? null;
  const { offers, complete } = useOffers();
  const [query, setQuery] = useState(ahead.typed);
  /** What was pressed and is not answered yet. */
  const [waiting, setWaiting] = useState(ahead.pressed);
  /** What was chosen by key or pointer; until then it is the first, where that is safe. */
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [asking, setAsking] = useState<{
    offer: Offer;
    command: Command;
    name: string;
    /** What was typed of it already. */
    typed: string;
  } | null>(null);
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
  const search = (text: string): void => {
    setQuery(text);
    setChosenId(null);
  };
  /** `next`: the keys that were pressed after it already. */
  const choose = (offer: Offer, next: readonly string[] = []): void => {
    if (offer.refused !== undefined) return;
    const command = offer.make();
    const name = command.confirm;
    const { text, entered } = answerIn(next);
    if (name === undefined) finish(offer, command);
    else if (entered && isSameName(text, name)) finish(offer, command, text);
    else {
      setAsking({ offer, command, name, typed: text });
      setWaiting([]);
    }
  };
  /** Answers whether the key was the palette's. */
  const press = (key: string, next: readonly string[] = []): boolean => {
    if (key === 'Enter') {
      if (chosen !== null) choose(chosen, next);
      return true;
    }
    const at = chosen === null ? -1 : order.indexOf(chosen);
    const to = choiceAfterKey(key, at, order.length);
    if (to !== null) setChosenId(order[to]?.id ?? null);
    return to !== null;
  };
  // What is looked for may still come: a key that chooses waits for it, and so does all that is pressed after that key.
  const mayCome = !complete && order.length === 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey } = event;
    if (event.nativeEvent.isComposing) return;
    const waits = waiting.length > 0 || (mayCome && !isTextKey(key));
    const kept =
      waits && !ctrlKey && !metaKey ? withKey({ typed: '', pressed: waiting }, key) : null;
    if (kept !== null) setWaiting(kept.pressed);
    if (kept !== null || press(key)) event.preventDefault();
  };
  // With what is drawn, not some time after it: a key that came between would be put behind those that are taken out here, and be lost with them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key is pressed on what is drawn, once the key before it has shown
  useLayoutEffect(() => {
    const [key, ...next] = waiting;
    if (key === undefined || mayCome || asking !== null) return;
    setWaiting(next);
    if (isTextKey(key)) search(afterTextKey(query, key));
    else press(key, next);
  }, [waiting, mayCome, asking]);

  if (asking !== null) {
    return (
      <ConfirmName
        what={asking.command.label}
        name={asking.name}
        typed={asking.typed}
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
          onChange={(event) => search(event.currentTarget.value)}
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
