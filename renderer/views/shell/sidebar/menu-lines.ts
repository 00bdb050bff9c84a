import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { MenuSection } from '../../../../shared/model/preference-words.ts';
import type { TreeRow } from '../../../components/tree/folder-tree.ts';
import type { TreeLine } from '../../../components/tree/tree-line.ts';

/** A part of the menu beside the folders, with its proxies. */
export interface Section {
  readonly section: MenuSection;
  readonly name: string;
  readonly profiles: readonly ProfileEntry[];
  readonly folded: boolean;
}

export type SectionLine = TreeLine & {
  readonly kind: 'section';
  readonly section: MenuSection;
  /** Of its proxies. */
  readonly ids: readonly string[];
};

/** A line of the menu's tree. */
export type MenuLine = TreeRow<ProfileEntry> | SectionLine;

/** The sections that have something, before the folders. */
export function menuLines(
  sections: readonly Section[],
  rows: readonly TreeRow<ProfileEntry>[],
): readonly MenuLine[] {
  const shown = sections.filter(({ profiles }) => profiles.length > 0);
  const size = shown.length + rows.filter(({ level }) => level === 1).length;
  const inSections = shown.flatMap(({ section, name, profiles, folded }, i): MenuLine[] => [
    {
      kind: 'section',
      key: `section ${section}`,
      section,
      name,
      ids: profiles.map(({ id }) => id),
      folded,
      level: 1,
      position: i + 1,
      size,
    },
    ...(folded ? [] : profiles).map(
      (proxy, j): MenuLine => ({
        kind: 'proxy',
        // It stands in its folder, too.
        key: `${section} ${proxy.id}`,
        name: proxy.name,
        proxy,
        folded: null,
        level: 2,
        position: j + 1,
        size: profiles.length,
      }),
    ),
  ]);
  return [
    ...inSections,
    ...rows.map((row) =>
      row.level === 1 ? { ...row, position: row.position + shown.length, size } : row,
    ),
  ];
}
