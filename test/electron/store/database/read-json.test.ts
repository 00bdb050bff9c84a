import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from '../../../../electron/store/database/read-json.ts';

describe('a text of the database', () => {
  it('is read as its schema says, and is nothing where it is damaged or says something else', () => {
    const schema = z.object({ bytes: z.int() });
    expect(readJson(schema, '{"bytes":64}')).toEqual({ bytes: 64 });
    for (const json of ['{"bytes":6', '', '{"bytes":"64"}', 'null'])
      expect(readJson(schema, json)).toBeNull();
  });
});
