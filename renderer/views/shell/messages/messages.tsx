import { Suspense, useEffect, useRef, useState } from 'react';
import { onceStarted, onResize } from '../../../api/page.ts';
import { lazyPart } from '../../../components/lazy-view.tsx';

const MessageList = lazyPart(() => import('./message-list.tsx'));

/** Where it is told what was done and what failed: a part of the frame. Loaded behind the first picture: what is told before is kept for it. */
export function Messages() {
  const [started, setStarted] = useState(false);
  useEffect(() => onceStarted(() => setStarted(true)), []);
  return (
    started && (
      <Suspense>
        <MessageList />
      </Suspense>
    )
  );
}

/** The same in a bar, which is as high as it has to be and makes the room of the view smaller: `onHeight` hears how many pixels that takes. */
export function BarMessages({ onHeight }: { onHeight: (pixels: number) => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const stop = onResize(element, () => onHeight(element.offsetHeight));
    return () => {
      stop();
      onHeight(0);
    };
  }, [onHeight]);
  return (
    <div ref={box}>
      <Messages />
    </div>
  );
}
