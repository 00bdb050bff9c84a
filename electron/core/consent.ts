import { AppError } from '../../shared/errors.ts';
import type { VaultCommand } from '../../shared/model/vault.ts';

/** What a window may ask for, and only its user may have: pages are not trusted with it. */
export type Deed =
  /** So many saved passwords leave in a file, under a passphrase that the page says. */
  | { readonly kind: 'export-passwords'; readonly passwords: number }
  /** This program is run, as the user of the console, for one password or for each from now on. */
  | { readonly kind: 'try-command' | 'use-command'; readonly command: VaultCommand }
  /** This command line is run by the shell, as the user of the console. */
  | { readonly kind: 'try-transformation'; readonly command: string };

/** Asks the user outside of every page. Answers whether it was agreed to. */
export type Consent = (deed: Deed) => Promise<boolean>;

/** Throws `cancelled` where it was not agreed to. */
export async function requireConsent(consent: Consent | undefined, deed: Deed): Promise<void> {
  if (consent === undefined || (await consent(deed))) return;
  throw new AppError('cancelled', { case: 'declined' });
}
