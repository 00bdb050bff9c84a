const conditions = [
  { kind: 'down', seconds: 60 },
  { kind: 'restarted' },
  { kind: 'password-refused' },
  { kind: 'changed-elsewhere' },
  { kind: 'implausible', bad: 3, of: 3 },
];

/** The statements that add the rules that there are from the start, part of a migration; whoever has no use for one removes it. */
export const firstAlertRules = conditions.map(addRule).join('\n');

function addRule(condition: Readonly<Record<string, unknown>>, index: number): string {
  const id = `a1e27000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
  const rule = { id, name: '', enabled: true, scope: { kind: 'all' }, condition };
  const entry = JSON.stringify({ ...rule, againMinutes: 0, quiet: null });
  return `INSERT INTO alert_rule (id, entry) VALUES ('${id}', '${entry}');`;
}
