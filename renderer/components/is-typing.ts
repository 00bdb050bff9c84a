/** Whether a key pressed there is text, or belongs to what is open over the page, and so is no shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, dialog, [role="dialog"]') !== null
  );
}
