import { alerts } from '../../build/monitoring/alerts.ts';

const proxy = { profile: 'p1', name: 'mail 1', folder: 'Madrid', class: 'production' };
const where = { job: 'spcp-console', instance: 'collector:9460' };

const labelled = (name: string, more: Readonly<Record<string, string>> = {}): string => {
  const labels = Object.entries({ ...where, ...proxy, ...more });
  return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
};

interface AlertTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly {
    readonly exp_labels: Readonly<Record<string, string>>;
    readonly exp_annotations: Readonly<Record<string, string>>;
  }[];
}

interface RuleTest {
  readonly interval: string;
  readonly input_series: readonly { readonly series: string; readonly values: string }[];
  readonly alert_rule_test: readonly AlertTest[];
}

const silent = (alertname: string, at: string): AlertTest => ({
  eval_time: at,
  alertname,
  exp_alerts: [],
});

/** `summary`: as it reads for this proxy. */
function fires(
  alertname: string,
  at: string,
  summary: string,
  labels: Readonly<Record<string, string>> = proxy,
): AlertTest {
  const rule = alerts.find(({ alert }) => alert === alertname);
  if (rule === undefined) throw new Error(`no alert ${alertname}`);
  const { description } = rule.annotations;
  const exp_labels = { ...rule.labels, ...labels };
  return {
    eval_time: at,
    alertname,
    exp_alerts: [{ exp_labels, exp_annotations: { summary, description } }],
  };
}

const up = { series: labelled('spcp_up'), values: '1x600' };

/** What promtool is to see of the rules, each lot with the time between two looks. */
export const ruleTests: readonly {
  readonly evaluation_interval: string;
  readonly tests: readonly RuleTest[];
}[] = [
  {
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: [
          {
            series:
              'spcp_console_notices{job="spcp-console",instance="collector:9460",code="managed-faults"}',
            values: '0x5 1x10',
          },
          {
            series:
              'spcp_console_notices{job="spcp-console",instance="collector:9460",code="profiles-restored"}',
            values: '1x15',
          },
        ],
        alert_rule_test: [
          silent('SpcpConsoleMisconfigured', '9m'),
          fires(
            'SpcpConsoleMisconfigured',
            '14m',
            'The console at collector:9460 tells of managed-faults',
            { ...where, code: 'managed-faults' },
          ),
        ],
      },
      {
        interval: '1m',
        input_series: [
          { series: `up{job="spcp-console",instance="collector:9460"}`, values: '1x10 0x20' },
          { series: `up{job="other",instance="x:1"}`, values: '0x30' },
        ],
        alert_rule_test: [
          silent('SpcpCollectorDown', '10m'),
          fires('SpcpCollectorDown', '15m', 'The console at collector:9460 does not answer', where),
        ],
      },
      {
        interval: '1m',
        input_series: [
          { series: labelled('spcp_up'), values: '1x10 0x20' },
          // Nobody wants it connected.
          { series: labelled('spcp_missed_polls_total', { profile: 'p2' }), values: '0x30' },
        ],
        alert_rule_test: [
          silent('SpcpProxyDown', '10m'),
          fires('SpcpProxyDown', '15m', 'mail 1 in Madrid is not reached'),
        ],
      },
      {
        // Two consoles watch it, and one of them reaches it.
        interval: '1m',
        input_series: [up, { series: labelled('spcp_up', { instance: 'b:9460' }), values: '0x30' }],
        alert_rule_test: [silent('SpcpProxyDown', '20m')],
      },
      {
        interval: '1m',
        input_series: [
          {
            series: labelled('spcp_needs_attention', { reason: 'login-refused' }),
            values: '_x10 1x20',
          },
        ],
        alert_rule_test: [
          silent('SpcpProxyNeedsAttention', '9m'),
          fires(
            'SpcpProxyNeedsAttention',
            '15m',
            'mail 1 in Madrid waits for an administrator (login-refused)',
            { ...proxy, reason: 'login-refused' },
          ),
        ],
      },
      {
        interval: '1m',
        input_series: [
          { series: labelled('spcp_restarts_total'), values: '0x10 1x5 2x5 3x5 4x100' },
          // The console was started again, and counts anew.
          { series: labelled('spcp_restarts_total', { profile: 'p2' }), values: '9x30 0x90' },
        ],
        alert_rule_test: [
          silent('SpcpProxyRestartedOften', '12m'),
          fires('SpcpProxyRestartedOften', '40m', 'mail 1 in Madrid restarted 4 times in an hour'),
          silent('SpcpProxyRestartedOften', '2h'),
        ],
      },
      {
        interval: '1m',
        input_series: [
          up,
          { series: labelled('spcp_last_poll_timestamp_seconds'), values: '0+60x10 600x30' },
          { series: labelled('spcp_poll_interval_seconds'), values: '5x60' },
        ],
        alert_rule_test: [
          silent('SpcpProxyNotPolled', '10m'),
          fires(
            'SpcpProxyNotPolled',
            '20m',
            'mail 1 in Madrid has answered no poll for five intervals',
          ),
        ],
      },
      {
        // One that is not reached at all is told of by another alert.
        interval: '1m',
        input_series: [
          { series: labelled('spcp_up'), values: '0x60' },
          { series: labelled('spcp_last_poll_timestamp_seconds'), values: '0x60' },
          { series: labelled('spcp_poll_interval_seconds'), values: '5x60' },
        ],
        alert_rule_test: [silent('SpcpProxyNotPolled', '20m')],
      },
      {
        interval: '1m',
        input_series: ['1.0', '3.0', '10.0', '+Inf'].map((le) => ({
          series: labelled('spcp_round_trip_seconds_bucket', { le }),
          values: le === '1.0' ? '0+60x10 600x60' : '0+60x80',
        })),
        alert_rule_test: [
          silent('SpcpRoundTripHigh', '9m'),
          fires('SpcpRoundTripHigh', '40m', 'mail 1 in Madrid takes 2.9s for a poll'),
        ],
      },
      {
        interval: '1m',
        // Of six in a minute one of fifty is missed first, then every second.
        input_series: [
          { series: labelled('spcp_missed_polls_total'), values: '0+0.12x40 4.8+3x60' },
          { series: labelled('spcp_poll_interval_seconds'), values: '10x100' },
        ],
        alert_rule_test: [
          silent('SpcpPollsMissed', '40m'),
          fires('SpcpPollsMissed', '60m', 'Polls of mail 1 in Madrid are missed'),
        ],
      },
    ],
  },
  {
    evaluation_interval: '10m',
    tests: [
      {
        // Eight days of accesses, then none.
        interval: '5m',
        input_series: [{ series: labelled('spcp_accesses_total'), values: '0+50x2304 115200x100' }],
        alert_rule_test: [
          silent('SpcpCountersStuck', '191h'),
          fires('SpcpCountersStuck', '195h', 'mail 1 in Madrid accepts no connections'),
        ],
      },
    ],
  },
];
