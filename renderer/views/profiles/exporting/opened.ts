import { navigate } from '../../../api/page.ts';
import { createStore } from '../../../api/store.ts';
import { paths } from '../../../routes.ts';

/** Whether it is asked what is to be exported of the whole list. */
export const exportOpened = createStore(false);

/** Asks what to export, on the list of profiles. */
export function openExport(): void {
  navigate(paths.profiles);
  exportOpened.set(true);
}
