import type { Catalogue } from '../texts.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { findings } from './findings.ts';
import { notices } from './notices.ts';
import { titles } from './titles.ts';
import { words } from './words.ts';

export const english: Catalogue = { errors, titles, events, findings, notices, words };
