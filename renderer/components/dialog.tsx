import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { keepFocus } from '../api/page.ts';
import { FocusAtOnce } from './focus-at-once.tsx';

/**
 * A modal dialog. At its end the focus is where it was when the dialog came, also where dialog and opening come and go together, of which the
 * library's own return of the focus knows nothing.
 */
export function Dialog({ children, ...props }: ModalProps) {
  // Before the dialog takes the focus.
  const [giveFocusBack] = useState(keepFocus);
  useEffect(() => giveFocusBack, [giveFocusBack]);
  return (
    <Modal {...props}>
      <FocusAtOnce />
      {children}
    </Modal>
  );
}
