import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer, Section } from './command.ts';
import classes from './palette.module.css';
import type { Found } from './search.ts';

/** What was found, by part. */
export function PaletteList(props: {
  id: string;
  found: Found;
  chosen: Offer | null;
  /** The name of the proxy whose page is open. */
  here: string;
  idOf: (offer: Offer) => string;
  onPoint: (offer: Offer) => void;
  onChoose: (offer: Offer) => void;
}) {
  const { id, found, chosen, idOf } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const chosenElement = chosen === null ? null : idOf(chosen);
  useEffect(() => {
    if (chosenElement === null) return;
    list.current
      ?.querySelector(`#${CSS.escape(chosenElement)}`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [chosenElement]);
  const titleOf = (section: Section): string =>
    section === 'here' ? props.here : t(`palette.sections.${section}`);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('palette.results')}
      className={classes.list}
    >
      {found.parts.map(({ section, offers }) => (
        // biome-ignore lint/a11y/useSemanticElements: a field set has no place in a list box
        <div key={section} role="group" aria-label={titleOf(section)}>
          <div className={classes.section} aria-hidden>
            {titleOf(section)}
          </div>
          {offers.map((offer) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={offer.id}
              id={idOf(offer)}
              role="option"
              aria-selected={offer === chosen}
              aria-disabled={offer.refused !== undefined || undefined}
              data-refused={offer.refused === undefined ? undefined : ''}
              tabIndex={-1}
              className={classes.offer}
              // Not while the list moves under a pointer that rests.
              onPointerMove={() => props.onPoint(offer)}
              // The focus stays in the field.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => props.onChoose(offer)}
            >
              <OfferText offer={offer} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Drawn anew only for another offer, not when the choice moves. */
const OfferText = memo(function OfferText({ offer }: { offer: Offer }) {
  const { label, description: usual, sign } = useMemo(() => offer.make(), [offer]);
  const description = offer.refused ?? usual;
  return (
    <>
      <span className={classes.sign}>{sign}</span>
      <span className={classes.words}>
        <span className={classes.label}>{label}</span>
        {description !== undefined && <span className={classes.about}>{description}</span>}
      </span>
    </>
  );
});
