import { describe, expect, it } from 'vitest';
import { createTopic } from '../../../electron/base/topic.ts';

describe('a topic', () => {
  it('tells all who listen, until they no longer do or it ends', () => {
    const topic = createTopic<number>();
    const heard: string[] = [];
    const stop = topic.listen((value) => heard.push(`a${value}`));
    topic.listen((value) => heard.push(`b${value}`));
    topic.publish(1);
    stop();
    topic.publish(2);
    topic.end();
    topic.publish(3);
    expect(heard).toEqual(['a1', 'b1', 'b2']);
  });

  it('tells who listens when it begins to tell, whoever comes or goes meanwhile', () => {
    const topic = createTopic<void>();
    const heard: string[] = [];
    const stopFirst = topic.listen(() => {
      heard.push('first');
      stopFirst();
      topic.listen(() => heard.push('late'));
    });
    topic.listen(() => heard.push('second'));
    topic.publish();
    expect(heard).toEqual(['first', 'second']);
  });
});
