import { alerts } from './alerts.ts';
import { arrangement } from './arrangement.ts';
import { audit } from './audit.ts';
import { board } from './board.ts';
import { changes } from './changes.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { copies } from './copies.ts';
import { doctor } from './doctor.ts';
import { drift } from './drift.ts';
import { elsewhere } from './elsewhere.ts';
import { events } from './events.ts';
import { insights } from './insights.ts';
import { lens } from './lens.ts';
import { managed } from './managed.ts';
import { plans } from './plans.ts';
import { profiles } from './profiles.ts';
import { proxy } from './proxy.ts';
import { report } from './report.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';
import { transfer } from './transfer.ts';
import { vault } from './vault.ts';
import { wall } from './wall.ts';

/** Every text in English: the one that other languages are measured by. */
export const en = {
  alerts,
  arrangement,
  audit,
  board,
  changes,
  commands,
  common,
  compare,
  copies,
  doctor,
  drift,
  elsewhere,
  events,
  insights,
  lens,
  managed,
  plans,
  profiles,
  proxy,
  report,
  settings,
  states,
  vault,
  transfer,
  wall,
};
