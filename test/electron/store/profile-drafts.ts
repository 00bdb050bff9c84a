import { type ProfileDraft, profileDraftSchema } from '../../../shared/model/profile.ts';

export function draftOf(name: string, others: Partial<ProfileDraft> = {}): ProfileDraft {
  return profileDraftSchema.parse({ name, host: 'proxy.example', user: 'operator', ...others });
}
