/** Lets the user keep a file: the browser, or the desktop shell, asks where or has a folder for it. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun by then, and holds on to the content.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A canvas as a picture on an opaque ground, with a line of text above it. Rejects where the browser makes none. */
export function pngOf(
  canvases: readonly HTMLCanvasElement[],
  { title, ground, ink, font }: { title: string; ground: string; ink: string; font: string },
): Promise<Blob> {
  const ratio = window.devicePixelRatio || 1;
  const head = 32 * ratio;
  const sheet = document.createElement('canvas');
  sheet.width = Math.max(...canvases.map(({ width }) => width));
  sheet.height = head + canvases.reduce((height, each) => height + each.height, 0);
  const context = sheet.getContext('2d');
  if (context === null) return Promise.reject(new Error('no canvas to draw on'));
  context.fillStyle = ground;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.scale(ratio, ratio);
  context.fillStyle = ink;
  context.font = font;
  context.fillText(title, 12, 21);
  context.setTransform(1, 0, 0, 1, 0, 0);
  let top = head;
  for (const canvas of canvases) {
    context.drawImage(canvas, 0, top);
    top += canvas.height;
  }
  return new Promise((resolve, reject) =>
    sheet.toBlob((blob) =>
      blob === null ? reject(new Error('no picture of the canvas')) : resolve(blob),
    ),
  );
}
