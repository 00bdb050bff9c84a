import { parseLink } from '../../../shared/address/app-link.ts';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';
import type { Teller } from '../tell.ts';
import type { Windows } from '../windows/windows.ts';

export interface OpenLinkParts {
  readonly windows: Pick<Windows, 'show' | 'lead'>;
  readonly texts: DesktopTexts;
  readonly teller: Teller;
}

/**
 * What opens a link: a window on the page that it names, and nothing else. One of another form is told in one sentence that repeats nothing of it.
 */
export function openLinks({ windows, texts, teller }: OpenLinkParts): (link: string) => void {
  return (link) => {
    const address = parseLink(link);
    if (address === null) teller.tell(texts.badLink, texts.badLinkDetail);
    const shown = address === null ? windows.show() : windows.lead(address);
    shown.catch(teller.notOpened);
  };
}
