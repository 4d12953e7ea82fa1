/**
 * A page that the browser had kept, and shows again by its back button, was made for whoever was logged in then: at a machine that many
 * use it is drawn anew, unless that is who is logged in now.
 */
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void drawForOthers();
});

async function drawForOthers(): Promise<void> {
  const answer = await fetch('/api/v1/session').catch(() => undefined);
  if (!answer || (!answer.ok && answer.status !== 401)) return;
  const { csrfToken }: { csrfToken?: string } = answer.ok ? await answer.json() : {};
  if (csrfToken !== document.querySelector<HTMLInputElement>('input[name=csrf]')?.value) location.reload();
}
