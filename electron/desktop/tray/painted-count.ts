/** A picture as Electron takes it: four bytes for each pixel (blue, green, red, alpha), row by row. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** `--spcp-attention` of renderer/styles.css, blue, green, red. */
const red = [0x1e, 0x26, 0xb3] as const;
const white = [0xff, 0xff, 0xff] as const;

const size = 32;
/** A dot of a digit in pixels. */
const dot = 4;

/** Digits of three dots by five, row by row, the highest bit to the left. */
const digits: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 1, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
};

/** A red disc with a count in it, for the button in the Windows taskbar; more than nine are `9+`. */
export function countPainted(count: number): Bitmap {
  const pixels = new Uint8Array(size * size * 4);
  paintDisc(pixels, size, size / 2, size / 2, size / 2);
  const text = count > 9 ? '9+' : String(count);
  const step = 3 * dot + dot / 2;
  const left = Math.round((size - (text.length * step - dot / 2)) / 2);
  for (const [i, digit] of [...text].entries())
    paintDigit(pixels, digits[digit] ?? [], left + i * step, (size - 5 * dot) / 2);
  return { width: size, height: size, pixels };
}

/** The picture with a red dot at its lower right: something wants a look. */
export function withDot({ width, height, pixels }: Bitmap): Bitmap {
  const painted = new Uint8Array(pixels);
  const radius = Math.max(2, Math.min(width, height) / 4);
  paintDisc(painted, width, width - radius, height - radius, radius);
  return { width, height, pixels: painted };
}

function paintDisc(pixels: Uint8Array, width: number, x: number, y: number, radius: number): void {
  const height = pixels.length / 4 / width;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      if (distance <= radius) pixels.set([...red, 0xff], (row * width + column) * 4);
    }
}

function paintDigit(pixels: Uint8Array, rows: readonly number[], left: number, top: number): void {
  for (const [i, bits] of rows.entries())
    for (let column = 0; column < 3; column++) {
      if ((bits & (4 >> column)) === 0) continue;
      for (let y = 0; y < dot; y++)
        for (let x = 0; x < dot; x++) {
          const at = (top + i * dot + y) * size + left + column * dot + x;
          pixels.set([...white, 0xff], at * 4);
        }
    }
}
