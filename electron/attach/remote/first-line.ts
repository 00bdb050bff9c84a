/** What `spcp-console attach --stdio` prints before its frames: whatever comes before this line is nothing of them. */
export const firstLine = 'SPCP-CONSOLE-ATTACHED';
