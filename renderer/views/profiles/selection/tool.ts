import type { Icon } from '@tabler/icons-react';
import type { Needed } from '../../../components/may/may.tsx';

/** Something that can be done with all that are chosen: a button where there is room for one, else a line of the menu. */
export interface Tool {
  readonly key: string;
  readonly label: string;
  readonly icon: Icon;
  /** Where it leads, or what it does. */
  readonly act: { readonly href: string } | (() => void);
  readonly disabled?: boolean;
  /** The least role of who does it; nobody's where there is none. */
  readonly needs?: Needed;
  /** More than its name says. */
  readonly title?: string;
  /** The key that does it, as `aria-keyshortcuts` has it. */
  readonly shortcut?: string;
}
