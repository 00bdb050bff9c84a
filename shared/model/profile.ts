import { z } from 'zod';
import { hiddenIn, showHidden } from './hidden.ts';
import { hostSchema } from './host-schema.ts';
import { intendedBufferSizeSchema, intendedTransformationSchema } from './intended-schemas.ts';
import { folderSchema, nameSchema, tagsSchema } from './name-schemas.ts';
import { colours, type SettingName, transportChoices, usualSettings } from './profile-words.ts';
import { boundedText } from './text.ts';

/** What a proxy is used for: the id of a class (`environment-class.ts`), of which nobody need know it. */
export const classIdSchema = boundedText(80).trim().min(1);
export type Environment = z.infer<typeof classIdSchema>;

const port = z.int().min(1).max(65_535);

/** `[user@]host[:port]`, or a name of the user's SSH configuration. Never begins with a hyphen, and holds nothing that ssh expands. */
export const sshDestinationPattern =
  /^(?:[A-Za-z0-9_][A-Za-z0-9._-]{0,63}@)?(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?(?::[1-9][0-9]{0,4})?|(?=[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:.]{2,45})$/;

/** Printable ASCII that fits one SPCP argument (draft 2.3). */
export const argumentSchema = boundedText(255)
  .min(1)
  .regex(/^[\x20-\x7e]+$/);

/** What a folder can say for all profiles in it, each of which can say otherwise; without defaults. */
export const settingSchemas = {
  port,
  transport: z.enum(transportChoices),
  udpPort: port,
  /** For the `ssh` way, else empty. Host and port of the proxy are then seen from that SSH server. */
  sshDestination: z.union([z.literal(''), boundedText(320).trim().regex(sshDestinationPattern)]),
  /** A command for the shell of the SSH server, with `{host}` and `{port}` for the proxy's. */
  relayCommand: boundedText(500)
    .trim()
    .regex(/^[\x20-\x7e]+$/),
  user: argumentSchema,
  environment: classIdSchema,
  /** Seconds between two polls. */
  pollSeconds: z.number().min(0.5).max(3600),
  /** Connect when the app starts. */
  autoConnect: z.boolean(),
  /** What is to be in force on the proxy, as `intended.ts` writes it. */
  intendedTransformation: intendedTransformationSchema,
  /** Bytes; 0: nothing is intended. */
  intendedBufferSize: intendedBufferSizeSchema,
} as const satisfies Readonly<Record<SettingName, z.ZodType>>;

/** What a profile says beside its settings; no folder says it for others. */
export const remarkSchemas = {
  tags: tagsSchema,
  /** Several lines of plain text. */
  notes: boundedText(4000).refine((text) => hiddenIn(text.replace(/[\n\t]/g, ' ')) === null),
  colour: z.enum(colours),
  favourite: z.boolean(),
} as const;

const of = { ...settingSchemas, ...remarkSchemas };
const usual = usualSettings;

/** What holds for one proxy, as an administrator fills it in. The password is not a part of it: it lies in a vault. */
export const profileDraftSchema = z.object({
  name: nameSchema,
  host: hostSchema,
  port: of.port.default(usual.port),
  transport: of.transport.default(usual.transport),
  udpPort: of.udpPort.default(usual.udpPort),
  sshDestination: of.sshDestination.default(usual.sshDestination),
  relayCommand: of.relayCommand.default(usual.relayCommand),
  user: of.user,
  environment: of.environment.default(usual.environment),
  /** Folder path, `/` between its parts; empty for the top. */
  folder: folderSchema.default(''),
  tags: of.tags.default(''),
  notes: of.notes.default(''),
  colour: of.colour.default('none'),
  favourite: of.favourite.default(false),
  pollSeconds: of.pollSeconds.default(usual.pollSeconds),
  autoConnect: of.autoConnect.default(usual.autoConnect),
  intendedTransformation: of.intendedTransformation.default(usual.intendedTransformation),
  intendedBufferSize: of.intendedBufferSize.default(usual.intendedBufferSize),
});

export type ProfileDraft = z.infer<typeof profileDraftSchema>;

export const profileIdSchema = z.uuid();

/** A name as a log kept it, maybe of a release that let through what nobody sees. */
export const profileNameSchema = z.string().overwrite((name) => showHidden(name));

/** What holds for a saved proxy: what its profile says, else its folders, else what is usual (resolve-profile.ts). */
export const profileSchema = profileDraftSchema.extend({ id: profileIdSchema });
export type Profile = z.infer<typeof profileSchema>;
