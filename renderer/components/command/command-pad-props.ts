import type { Ref } from 'react';

/** What the field of a transformation is given. */
export interface CommandPadProps {
  text: string;
  setText: (text: string) => void;
  /** What is in force, null for none: the difference from it is shown. Left out where there is nothing to compare with. */
  seen?: string | null;
  /** Also that there is nothing is said then. */
  wanted?: boolean;
  autoFocus?: boolean;
  /** The profile of the proxy that it is for, whose own commands are offered then. */
  ranOn?: string;
  field?: Ref<{ focus(): void }>;
}
