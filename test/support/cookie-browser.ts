/** A browser as far as cookies go. */
export class Browser {
  readonly url: string;
  readonly cookies = new Map<string, string>();
  csrfToken = '';
  constructor(url: string) {
    this.url = url;
  }
  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await this.#send(method, path, body, headers);
    return { status: response.status, headers: response.headers, body: await response.json() };
  }
  /** How an answer begins; the rest of it, which may never end, is left. */
  async statusOf(method: string, path: string, body?: unknown): Promise<number> {
    const response = await this.#send(method, path, body, {});
    await response.body?.cancel();
    return response.status;
  }
  #send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    return this.#fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(this.csrfToken && { 'x-csrf-token': this.csrfToken }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
  /** Gets a page, or sends a form; it is not led on. */
  async page(path: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await this.#fetch(path, {
      headers,
      redirect: 'manual',
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
  async #fetch(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.url}${path}`, { ...init, headers: { cookie, ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
  async logIn(cardNumber: string, pin = '1234') {
    const answer = await this.ask('POST', '/session', { cardNumber, pin });
    if (answer.status === 200) this.csrfToken = answer.body.csrfToken;
    return answer;
  }
}
