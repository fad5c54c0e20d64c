/** Opens an address in the reader's browser, where somebody sits at a terminal with a desktop; elsewhere does nothing. */
import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
  linux: ['xdg-open'],
};

export function open(url: string) {
  const opener = OPENERS[process.platform];
  const desktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!opener || !desktop || !process.stdout.isTTY || process.env.CI) {
    return;
  }
  const [command, ...args] = opener;
  const browser = spawn(command, [...args, url], { detached: true, stdio: 'ignore' });
  // The address stands on the terminal anyway.
  browser.on('error', () => {});
  browser.unref();
}
