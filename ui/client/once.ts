/** A form whose answer has not come after this long may be sent again. */
const patienceMs = 8_000;
const sent = new WeakSet<HTMLFormElement>();

/** What is pressed twice is sent once. Forms that a script sends see to that themselves. */
window.addEventListener('submit', (event) => {
  const { target: form } = event;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), patienceMs);
  window.addEventListener('pageshow', () => sent.delete(form), { once: true }); // come back to by the browser's button
});
