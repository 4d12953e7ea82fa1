import { startService, type TestService, type TestServiceOptions } from '../support/service.ts';
import { startBrowser, type TestBrowser } from './browser.ts';

/** The real application and a browser to see it with, there while the statements of a `describe` are tried. */
export function inBrowser(options?: TestServiceOptions): {
  readonly service: Pick<TestService, 'url' | 'services'>;
  readonly browser: Pick<TestBrowser, 'open'>;
} {
  let started: { service: TestService; browser?: TestBrowser } | undefined;
  before(async () => {
    started = { service: await startService(options) };
    started.browser = await startBrowser(started.service.url);
  });
  after(async () => {
    await started?.browser?.close();
    await started?.service.stop();
  });

  const service = () => {
    if (!started) throw new Error('The application is there only while statements are tried');
    return started.service;
  };
  return {
    service: {
      get url() {
        return service().url;
      },
      get services() {
        return service().services;
      },
    },
    browser: {
      open: async (...page) => {
        if (!started?.browser) throw new Error('The browser is there only while statements are tried');
        return started.browser.open(...page);
      },
    },
  };
}
