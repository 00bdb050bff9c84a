import { describe, expect, it } from 'vitest';
import { intendedAs, onTag } from '../../../renderer/views/drift/use-adopt.ts';
import { openTags } from '../../../shared/model/tag-intents.ts';
import { createFakeClient } from '../fake-client.ts';

describe('what is in force, adopted as what a tag says', () => {
  it('is taken back alone: what was said of the other setting meanwhile stays', async () => {
    const tags = openTags([
      { tag: 'edge', settings: { intendedTransformation: 'cat', intendedBufferSize: 512 } },
    ]);
    const client = createFakeClient();
    client.call.mockImplementation(async (name, input) => {
      if (name === 'tags.save') tags.put(input);
      return tags.list();
    });
    const undo = await onTag(client, 'Edge', intendedAs('transformation', 'rev'));
    expect(tags.list()[0]?.settings).toEqual({
      intendedTransformation: '=rev',
      intendedBufferSize: 512,
    });
    tags.put({ tag: 'Edge', settings: { intendedBufferSize: 4096 } });
    await undo();
    expect(tags.list()[0]?.settings).toEqual({
      intendedTransformation: 'cat',
      intendedBufferSize: 4096,
    });
    const undoSize = await onTag(client, 'Edge', intendedAs('bufferSize', '64'));
    tags.put({ tag: 'Edge', settings: { intendedTransformation: 'tac' } });
    await undoSize();
    expect(tags.list()[0]?.settings).toEqual({
      intendedTransformation: 'tac',
      intendedBufferSize: 4096,
    });
  });
});
