/**
 * Keeps the place of whoever works through a list whose rows go once something is done with them. Called before the act; what it
 * returns is called when the list is drawn anew: a focus that went with its row goes to the row in its place, to the last one where
 * there is none, and to the heading of the section where the list is empty. A focus that is still somewhere stays there.
 */
export function rowFocus(root: ShadowRoot | null): () => void {
  const pressed = root?.activeElement;
  const row = pressed?.closest('li');
  const [list, section] = [row?.parentElement, pressed?.closest('section')];
  const at = row && list ? [...list.children].indexOf(row) : 0;
  return () => {
    if (!root || root.activeElement || !section?.isConnected) return;
    const rows = list?.isConnected ? [...list.children] : [];
    const next = (rows[at] ?? rows.at(-1))?.querySelector<HTMLElement>('summary, button');
    (next ?? section.querySelector<HTMLElement>('[tabindex="-1"]'))?.focus();
  };
}
