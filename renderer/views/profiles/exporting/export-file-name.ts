import type { ExportScope } from '../../../../shared/model/profile-export.ts';

/** A part of the profiles that can be exported; `name` is that of the folder. */
export type ExportOffer = ExportScope & { readonly name?: string };

/** `spcp-profiles-europe-2026-11-28.json`: of the user's day, and without what a file system may not take. */
export function exportFileName({ kind, name = '' }: ExportOffer, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const folder = kind === 'folder' ? name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase() : '';
  const parts = ['spcp-profiles', folder.replace(/^-|-$/g, '').slice(0, 60), day];
  return `${parts.filter(Boolean).join('-')}.json`;
}
