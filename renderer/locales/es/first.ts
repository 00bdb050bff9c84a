import type { first as english } from '../en/first.ts';
import type { Texts } from '../texts.ts';
import { alerts } from './alerts.ts';
import { arrangement } from './arrangement.ts';
import { board } from './board.ts';
import { common } from './common.ts';
import { consoles } from './consoles.ts';
import { drift } from './drift.ts';
import { insights } from './insights.ts';
import { managed } from './managed.ts';
import { profiles } from './profiles.ts';
import { states } from './states.ts';
import { vault } from './vault.ts';
import { wall } from './wall.ts';

/** The texts in Spanish of the frame around each page and of the board: a window is drawn once they are there. */
export const first: Texts<typeof english> = {
  alerts,
  arrangement,
  board,
  common,
  consoles,
  drift,
  insights,
  managed,
  profiles,
  states,
  vault,
  wall,
};
