import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { navigate } from '../../../api/page.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { folderTree, treeRows } from '../../../components/tree/folder-tree.ts';
import { TreePicker } from '../../../components/tree/tree-picker.tsx';
import { useFolderTree } from '../../../components/tree/use-folder-tree.ts';
import { useFolds } from '../../../components/tree/use-folds.ts';
import { useFilter } from '../../../components/use-filter.ts';
import { byName, filtered } from '../../../fleet/arrangement/arrange.ts';
import { paths } from '../../../routes.ts';
import { type MenuLine, menuLines } from '../sidebar/menu-lines.ts';
import { useSections } from '../sidebar/use-sections.ts';
import classes from './switcher.module.css';
import { SwitcherRow } from './switcher-row.tsx';

const nobody: readonly never[] = [];
const none: ReadonlySet<string> = new Set();

/** The tree of the menu, which what is typed narrows: it understands what the board's filter does. */
export default function SwitcherDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { fleet, differences } = useApi();
  const profiles = useProfiles().value ?? nobody;
  const [text, setText] = useState('');
  const filter = useFilter(text);
  // As they were when it was opened: a list that moves is not chosen from.
  const [known] = useState(() => ({
    snapshots: fleet.snapshots.get() ?? new Map(),
    differences: differences.all.get(),
  }));
  const whole = useFolderTree(profiles);
  const [folds, fold] = useFolds();
  const [sections, foldSection] = useSections(profiles);
  const locale = i18n.resolvedLanguage ?? 'en';
  const isAsked = text.trim() !== '';
  // In order already, the few that are found are in order at once.
  const named = useMemo(
    () => byName(profiles, new Intl.Collator(locale, { numeric: true })),
    [profiles, locale],
  );
  const found = useMemo(
    () => (isAsked ? filtered(named, filter, known) : nobody),
    [isAsked, named, filter, known],
  );
  const lines = useMemo(
    (): readonly MenuLine[] =>
      isAsked
        ? treeRows(folderTree(found, locale), none)
        : menuLines(sections, treeRows(whole, folds)),
    [isAsked, found, locale, sections, whole, folds],
  );
  const onFold = useCallback(
    (line: MenuLine, folded: boolean) => {
      if (line.kind === 'folder') fold(line.folder.key, folded);
      else if (line.kind === 'section') foldSection(line.section, folded);
    },
    [fold, foldSection],
  );
  const go = (path: string): void => {
    onClose();
    navigate(path);
  };
  const onChoose = (line: MenuLine): void => {
    if (line.kind === 'proxy') go(paths.proxy(line.proxy.id));
    else if (line.kind === 'folder') go(paths.profilesIn(line.folder.path));
    else onFold(line, line.folded === false);
  };
  return (
    <Dialog opened onClose={onClose} title={t('switcher.title')} size="lg" yOffset="8vh">
      <div className={classes.switcher}>
        <TreePicker
          label={t('switcher.search')}
          text={text}
          onText={setText}
          lines={lines}
          first={lines.find(({ kind }) => kind === 'proxy')?.key}
          Row={SwitcherRow}
          onFold={onFold}
          onChoose={onChoose}
        />
        <div role="status" className={classes.found}>
          {isAsked && t('switcher.found', { count: found.length })}
        </div>
      </div>
    </Dialog>
  );
}
