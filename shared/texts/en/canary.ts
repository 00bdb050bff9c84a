import type { Comparison } from '../../model/canary.ts';
import { type CanaryTexts, isNoFactor, measureText, timesOf } from '../canary-texts.ts';
import type { Format } from '../format.ts';

export const canary: CanaryTexts = {
  phases: {
    measuring: 'Measuring how things are before the change',
    changing: 'Changing the canaries',
    holding: 'Holding: the canaries are changed, the others wait',
    asking: 'Waiting for your decision',
    'going-on': 'Going on with the others',
    reverting: 'Taking the canaries back',
    over: 'Over',
  },
  outcomes: {
    'went-on': 'Went on with the others',
    stopped: 'Stopped before all of the others were changed',
    reverted: 'The canaries are as they were before; nothing else was changed',
    left: 'Stopped: canaries stay as they are now',
    ended: 'Ended with nothing changed',
  },
  notChanged: {
    title: 'The canary could not be changed; nothing else was changed',
    next: 'Mend what is said here and apply the plan again, or choose another canary.',
  },
  verdicts: { fine: 'Fine', worse: 'Worse', unclear: 'No verdict' },
  choice: (choice, format) => {
    switch (choice.case) {
      case 'named':
        return 'You chose it.';
      case 'least-used':
        return `Of ${choice.of} targets it is the least used (${format.perSecond(choice.accessesPerSecond)} accesses) that is used enough for a verdict; a guarded one is chosen only where there is nothing else.`;
      case 'first':
        return `None of ${choice.of} targets is known to be used enough for a verdict, so the first was taken.`;
    }
  },
  comparison: (comparison, format) => {
    const { why, measure } = comparison;
    switch (why) {
      case 'within':
        return `${arithmetic(comparison, format)} From ${bound(comparison.low, format)} to ${bound(comparison.high, format)} is no more than usual.`;
      case 'below':
        return `${arithmetic(comparison, format)} Below ${bound(comparison.low, format)} it is ${measure === 'roundTripMs' ? 'better' : 'worse'}.`;
      case 'above':
        return `${arithmetic(comparison, format)} Above ${bound(comparison.high, format)} it is ${measure === 'roundTripMs' ? 'worse' : 'unlike before, which may be what you want'}.`;
      case 'varies':
        return `${arithmetic(comparison, format)} It varies so much that only from ${bound(comparison.low, format)} to ${bound(comparison.high, format)} can be told: hold longer.`;
      case 'too-few-readings':
        return 'Too few readings before the change or since.';
      case 'no-control':
        return 'Too few untouched targets to compare with: at least three are needed.';
      case 'no-traffic':
        return 'Too few accesses before the change or since.';
      case 'restarted':
        return 'Its counters began anew, so that before and since cannot be compared.';
    }
  },
  session: ({ why, losses, usual }, format) => {
    const counted = `Lost ${losses === 1 ? 'once' : `${losses} times`} since the change; of the untouched the usual is ${format.number(usual)}.`;
    switch (why) {
      case 'kept':
        return losses === 0 ? 'Kept since the change.' : counted;
      case 'silent':
        return 'It is not reached any more, and others are.';
      case 'lost':
      case 'lost-often':
        return counted;
      case 'all-lost':
        return 'Half of the untouched are not reached either: it may be the network here.';
      case 'applied-else':
        return 'It answered OK, and something else is in force.';
    }
  },
  notRevertible: (count) =>
    count === 1
      ? 'The buffer size before is not known of one canary: it cannot be taken back.'
      : `The buffer size before is not known of ${count} canaries: they cannot be taken back.`,
  mayStay: (count, of) =>
    count === of
      ? 'The buffer size that is in force is not known of any target: a canary cannot be taken back. Where it is worse it stays as it was changed, and nothing else is changed.'
      : `The buffer size that is in force is not known of ${count} of ${of} targets: a canary among them cannot be taken back, and stays as it was changed.`,
  begunAnew: (times) =>
    `Nobody watched for too long, so the hold began anew${times === 1 ? '' : ` ${times} times`}.`,
  left: ({ options, held, wanted }, format) => {
    const rest = Math.max(0, wanted - held);
    return options.hold.kind === 'time'
      ? `${format.duration(Math.ceil(rest / 1000) * 1000)} left`
      : `${format.number(rest)} of ${format.number(wanted)} readings left`;
  },
};

function arithmetic(comparison: Comparison, format: Format): string {
  const { before, since, factor, usual, chance } = comparison;
  const own = `${measureText(comparison, before, format)} before, ${measureText(comparison, since, format)} since: ${bound(factor, format)}.`;
  if (usual === null) return own;
  const spread = isNoFactor(usual.spread, format)
    ? ''
    : `, as a rule within ${timesOf(usual.spread, format)} of that`;
  const byChance =
    chance === null || isNoFactor(chance, format) ? '' : `; chance is ${timesOf(chance, format)}`;
  return `${own} The ${usual.count} untouched came to ${timesOf(usual.factor, format)}${spread}${byChance}.`;
}

function bound(factor: number | null, format: Format): string {
  return factor === null ? '–' : timesOf(factor, format);
}
