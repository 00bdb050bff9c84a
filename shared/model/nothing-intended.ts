/** Nothing is intended of a transformation: whatever is in force is in line. */
export const nothingIntended = '';
