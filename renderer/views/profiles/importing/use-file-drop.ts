import { type DragEvent, useState } from 'react';

/** Takes a file that is dropped; nothing else that is dragged is touched. `over`: while one is above. */
export function useFileDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false);
  const isFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent): void {
        if (!isFile(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave({ currentTarget, relatedTarget }: DragEvent): void {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setOver(false);
      },
      onDrop(event: DragEvent): void {
        setOver(false);
        if (!isFile(event)) return;
        event.preventDefault();
        const file = event.dataTransfer.files.item(0);
        if (file !== null) onFile(file);
      },
    },
  };
}
