// WebKit for the test runner, and the commands of a test there: keys, pointer and the size of the window.
import type { BrowserLauncher } from '@web/test-runner';
import { WebDriver } from './webdriver.js';
import type { WebKitPrograms } from './webkit.js';
import { type RunningDriver, startDriver } from './webkit-driver.js';
import { WebKitPage } from './webkit-page.js';

/**
 * One window, in which one file of tests is run after the other.
 *
 * It calls itself by the name of another launcher: the runner's commands ask that one for a page, and press its keys.
 */
export function webkitLauncher(programs: WebKitPrograms): BrowserLauncher & { getPage: () => WebKitPage } {
  let driver: RunningDriver | undefined;
  let page: WebKitPage | undefined;
  let active: string | undefined;

  const start = async (): Promise<WebKitPage> => {
    driver = await startDriver(programs);
    const browser = await WebDriver.start({
      address: driver.address,
      capabilities: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
      },
    });
    return new WebKitPage(browser);
  };
  const getPage = (): WebKitPage => {
    if (!page) throw new Error('WebKit has not been started.');
    return page;
  };

  return {
    name: 'WebKit',
    type: 'puppeteer',
    concurrency: 1,
    getPage,
    startSession: async (id, url) => {
      active = id;
      page ??= await start();
      await page.begin(url);
    },
    isActive: (id) => id === active,
    getBrowserUrl: () => getPage().url(),
    stopSession: async () => {
      active = undefined;
      // Whatever the page still does ends with it.
      await getPage().end();
      return {};
    },
    startDebugSession: async () => {
      throw new Error('WebKit has no tools for debugging here.');
    },
    stop: async () => {
      await page?.close();
      driver?.stop();
    },
  };
}
