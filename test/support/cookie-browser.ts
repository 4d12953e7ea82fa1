/** A browser as far as cookies go. */
export class Browser {
  readonly url: string;
  readonly cookies = new Map<string, string>();
  csrfToken = '';
  constructor(url: string) {
    this.url = url;
  }
  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(this.csrfToken && { 'x-csrf-token': this.csrfToken }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, body: await response.json() };
  }
  async logIn(cardNumber: string, pin = '1234') {
    const answer = await this.ask('POST', '/session', { cardNumber, pin });
    if (answer.status === 200) this.csrfToken = answer.body.csrfToken;
    return answer;
  }
}
