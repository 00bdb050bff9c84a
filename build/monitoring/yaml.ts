/**
 * Objects, lists, texts and numbers as YAML that people read: each text is quoted as JSON quotes it, which YAML reads as it is. Throws on anything else.
 */
export function yamlOf(value: unknown, indent = ''): string {
  if (typeof value === 'string') return `${JSON.stringify(value)}\n`;
  if (typeof value === 'number') return `${value}\n`;
  if (Array.isArray(value))
    return value.map((each) => `${indent}- ${yamlOf(each, `${indent}  `).trimStart()}`).join('');
  if (typeof value !== 'object' || value === null) throw new Error(`no YAML for ${value}`);
  return Object.entries(value)
    .map(([key, each]) =>
      typeof each === 'object'
        ? `${indent}${key}:\n${yamlOf(each, `${indent}  `)}`
        : `${indent}${key}: ${yamlOf(each)}`,
    )
    .join('');
}
