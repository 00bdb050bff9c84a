import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { MenuSection } from '../../../../shared/model/preference-words.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import type { Section } from './menu-lines.ts';

/** So many of the proxies that were opened last stand in the menu. */
const mostShown = 8;

/** The favourites and the proxies that were opened last; which of the two are open is remembered. */
export function useSections(
  profiles: readonly ProfileEntry[],
): readonly [readonly Section[], (section: MenuSection, folded: boolean) => void] {
  const { t, i18n } = useTranslation();
  const { preferences, setPreferences } = useApi();
  const { menuSections, recentProxies } = usePreferences();
  const locale = i18n.resolvedLanguage ?? 'en';
  const favourites = useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return profiles.filter(({ favourite }) => favourite).sort((a, b) => compare(a.name, b.name));
  }, [profiles, locale]);
  const recent = useMemo(
    () => recentOf(profiles, recentProxies).slice(0, mostShown),
    [profiles, recentProxies],
  );
  const sections = useMemo(
    (): readonly Section[] => [
      {
        section: 'favourites',
        name: t('favourites'),
        profiles: favourites,
        folded: !menuSections.includes('favourites'),
      },
      {
        section: 'recent',
        name: t('recent'),
        profiles: recent,
        folded: !menuSections.includes('recent'),
      },
    ],
    [t, favourites, recent, menuSections],
  );
  const fold = useCallback(
    (section: MenuSection, folded: boolean) => {
      const others = preferences.get().menuSections.filter((each) => each !== section);
      setPreferences({ menuSections: folded ? others : [...others, section] });
    },
    [preferences, setPreferences],
  );
  return [sections, fold];
}

/** The profiles that were opened last and are still there, the latest first. */
export function recentOf(
  profiles: readonly ProfileEntry[],
  recent: readonly { readonly id: string }[],
): ProfileEntry[] {
  if (recent.length === 0) return [];
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return recent.flatMap(({ id }) => byId.get(id) ?? []);
}
