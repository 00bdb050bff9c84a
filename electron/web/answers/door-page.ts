import { type DoorReason, doorText } from './door-texts.ts';
import type { DoorLanguage } from './language.ts';
import { doorContent, pageFrame } from './page-frame.ts';

/** All that is served to a browser that was not let in. */
export function doorPage(language: DoorLanguage, reason: DoorReason, port: number): string {
  const text = doorText(language, reason, port);
  return pageFrame(language, text.title, doorContent(text));
}
