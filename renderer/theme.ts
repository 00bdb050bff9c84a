import { createTheme, type MantineColorsTuple } from '@mantine/core';

const ocean: MantineColorsTuple = [
  '#e8f5fa',
  '#d3e8f1',
  '#a6d0e2',
  '#74b6d3',
  '#4ea1c7',
  '#3594bf',
  '#2580a8',
  '#176d92',
  '#0d5c7d',
  '#034b68',
];

/** Text to window background, with enough contrast between neighbours of two steps for AA. */
const dark: MantineColorsTuple = [
  '#dfe5ec',
  '#b6c0cc',
  '#9aa7b5',
  '#66758a',
  '#3a4654',
  '#2b3441',
  '#222a35',
  '#1a2029',
  '#12161c',
  '#0c1015',
];

const systemFonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';

export const theme = createTheme({
  colors: { ocean, dark },
  primaryColor: 'ocean',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: systemFonts,
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontFamily: systemFonts, fontWeight: '600' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
});
