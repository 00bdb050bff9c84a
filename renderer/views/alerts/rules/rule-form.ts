import {
  type AlertCondition,
  type AlertMetric,
  type AlertNumber,
  type AlertRule,
  alertMetrics,
  alertRuleSchema,
  isOfReadings,
  isPart,
} from '../../../../shared/model/alert-rule.ts';
import { parseDuration, shortDuration } from '../../../../shared/model/duration.ts';
import { type ScopeForm, scopeFormOf, scopeOf, wholeFleet } from '../scope-form.ts';

type Typed = string | number;

/** A rule as it is typed. */
export interface RuleForm extends ScopeForm {
  readonly name: string;
  readonly kind: AlertCondition['kind'];
  /** As `5m`. */
  readonly seconds: string;
  readonly metric: AlertNumber;
  readonly direction: 'above' | 'below';
  readonly raise: Typed;
  readonly clear: Typed;
  /** Of the numbers that were chosen before. */
  readonly typed: Partial<
    Readonly<Record<AlertNumber, Pick<RuleForm, 'raise' | 'clear' | 'direction'>>>
  >;
  readonly bad: Typed;
  readonly of: Typed;
  /** As `1h`; empty or `0`: once. */
  readonly again: string;
  readonly quiet: boolean;
  readonly fullPace: boolean;
  /** As `22:00`. */
  readonly quietFrom: string;
  readonly quietTo: string;
}

/** What a limit for each number begins with, as it is typed. */
const usualLimits: Readonly<Record<AlertNumber, { raise: number; clear: number }>> = {
  connections: { raise: 1000, clear: 800 },
  bytesPerSecond: { raise: 10_000_000, clear: 8_000_000 },
  accessesPerSecond: { raise: 100, clear: 80 },
  roundTripMs: { raise: 500, clear: 300 },
  meanDuration: { raise: 60, clear: 45 },
  bytesPerAccess: { raise: 1_000_000, clear: 800_000 },
  bytesPerConnection: { raise: 1_000_000, clear: 800_000 },
  share: { raise: 80, clear: 70 },
  balance: { raise: 50, clear: 60 },
  missedPolls: { raise: 10, clear: 2 },
};

const usual: RuleForm = {
  name: '',
  ...wholeFleet,
  kind: 'metric',
  seconds: '1m',
  metric: 'roundTripMs',
  direction: 'above',
  ...usualLimits.roundTripMs,
  typed: {},
  bad: 3,
  of: 5,
  again: '',
  quiet: false,
  fullPace: false,
  quietFrom: '22:00',
  quietTo: '06:00',
};

/** The form of a rule that is there, or of a new one. */
export function formOf(rule: AlertRule | null): RuleForm {
  if (rule === null) return usual;
  const { name, scope, condition, againMinutes, quiet, fullPace } = rule;
  return {
    ...usual,
    name,
    ...condition,
    ...(condition.kind === 'metric' && isPart(condition.metric)
      ? { raise: inPercent(condition.raise), clear: inPercent(condition.clear) }
      : {}),
    seconds: condition.kind === 'down' ? shortDuration(condition.seconds * 1000) : usual.seconds,
    ...scopeFormOf(scope),
    again: againMinutes === 0 ? '' : shortDuration(againMinutes * 60_000),
    fullPace,
    quiet: quiet !== null,
    ...(quiet === null ? {} : { quietFrom: timeOf(quiet.from), quietTo: timeOf(quiet.to) }),
  };
}

/** Another number, with the limits that were typed for it last, or those that one begins with: those of another mean nothing of it. */
export function withNumber(form: RuleForm, metric: AlertNumber): Partial<RuleForm> {
  if (metric === form.metric) return {};
  const { raise, clear, direction } = form;
  const typed = { ...form.typed, [form.metric]: { raise, clear, direction } };
  const usualSide = metric === 'balance' ? 'below' : 'above';
  return { metric, typed, direction: usualSide, ...usualLimits[metric], ...typed[metric] };
}

/** Whether nothing is typed otherwise. */
export function isSame(a: RuleForm, b: RuleForm): boolean {
  const shown = (form: RuleForm): string =>
    JSON.stringify(Object.entries({ ...form, typed: {} }).toSorted());
  return shown(a) === shown(b);
}

export type RuleField = Exclude<
  keyof RuleForm,
  'kind' | 'metric' | 'direction' | 'typed' | 'quiet' | 'fullPace'
>;

/** The rule of a form, or the fields in which it is none. */
export function ruleOf(
  form: RuleForm,
  { id, enabled }: Pick<AlertRule, 'id' | 'enabled'>,
):
  | { readonly rule: AlertRule; readonly faults: ReadonlySet<RuleField> }
  | { readonly rule: null; readonly faults: ReadonlySet<RuleField> } {
  const { success, data, error } = alertRuleSchema.safeParse({
    id,
    enabled,
    name: form.name.trim(),
    scope: scopeOf(form),
    condition: conditionOf(form),
    againMinutes: ['', '0'].includes(form.again.trim()) ? 0 : inUnits(form.again, 60_000),
    quiet: form.quiet ? { from: minuteOf(form.quietFrom), to: minuteOf(form.quietTo) } : null,
    fullPace: form.fullPace && isOfReadings(form.kind),
  });
  if (success) return { rule: data, faults: new Set() };
  return { rule: null, faults: new Set(error.issues.map(({ path }) => fieldAt(path))) };
}

function conditionOf({ kind, ...form }: RuleForm): object {
  const { bad, of, metric, direction, raise, clear, seconds } = form;
  const samples = { bad, of };
  switch (kind) {
    case 'down':
      return { kind, seconds: inUnits(seconds, 1000) };
    case 'metric':
      return { kind, metric, direction, ...limits(metric, raise, clear), ...samples };
    case 'unlike':
      return { kind, metric: metricOf(metric), ...samples };
    case 'implausible':
      return { kind, ...samples };
    default:
      return { kind };
  }
}

/** Parts of one are typed as percent. */
function limits(metric: AlertNumber, raise: Typed, clear: Typed): object {
  if (!isPart(metric)) return { raise, clear };
  const part = (typed: Typed): Typed => (typeof typed === 'number' ? typed / 100 : typed);
  return { raise: part(raise), clear: part(clear) };
}

/** As it was typed: a hundredth times a hundred is not always what it was. */
function inPercent(part: number): number {
  return Math.round(part * 1e8) / 1e6;
}

/** What a proxy is compared with its group by: no insight. */
export function metricOf(number: AlertNumber): AlertMetric {
  return alertMetrics.find((each) => each === number) ?? 'connections';
}

function fieldAt(path: readonly PropertyKey[]): RuleField {
  const [part, last] = path;
  if (part === 'scope') {
    return last === 'id' ? 'proxy' : last === 'tag' || last === 'search' ? last : 'folder';
  }
  if (part === 'quiet') return last === 'from' ? 'quietFrom' : 'quietTo';
  if (part === 'againMinutes') return 'again';
  if (part === 'name') return 'name';
  return (['seconds', 'raise', 'clear', 'bad'] as const).find((field) => field === last) ?? 'of';
}

/** Of a duration as it is typed; null where it is none. */
function inUnits(text: string, unitMs: number): number | null {
  const ms = parseDuration(text.trim());
  return ms === null ? null : ms / unitMs;
}

/** A minute of the day as `22:00`. */
export function timeOf(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Not a number where the text is no time. */
function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
}
