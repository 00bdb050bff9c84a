/** A box that is ticked takes no text. */
const textInput = 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';
const editable = '[contenteditable]:not([contenteditable="false" i])';

/** Whether a key pressed there is text, or belongs to what is open over the page, and so is no shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(`${textInput}, textarea, select, ${editable}, dialog, [role="dialog"]`) !== null
  );
}
