const token = 'is:unlike';

/** Whether the filter asks for those that are unlike their group. */
export function asksForUnlike(text: string): boolean {
  return text.split(' ').includes(token);
}

/** The filter's text that asks for them too, or not any more. */
export function withUnlike(text: string, wanted: boolean): string {
  const others = text.split(' ').filter((word) => word !== '' && word !== token);
  return (wanted ? [...others, token] : others).join(' ');
}
