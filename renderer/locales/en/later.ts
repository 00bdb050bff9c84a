import { audit } from './audit.ts';
import { changes } from './changes.ts';
import { commands } from './commands.ts';
import { compare } from './compare.ts';
import { copies } from './copies.ts';
import { doctor } from './doctor.ts';
import { elsewhere } from './elsewhere.ts';
import { events } from './events.ts';
import { exporter } from './exporter.ts';
import { lens } from './lens.ts';
import { plans } from './plans.ts';
import { proxy } from './proxy.ts';
import { report } from './report.ts';
import { settings } from './settings.ts';
import { transfer } from './transfer.ts';

/** The texts in English of what a page or a step loads when it is asked for. */
export const later = {
  audit,
  changes,
  commands,
  compare,
  copies,
  doctor,
  elsewhere,
  events,
  exporter,
  lens,
  plans,
  proxy,
  report,
  settings,
  transfer,
};
