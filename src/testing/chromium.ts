import { execFileSync } from 'node:child_process'

/** Debian's Chromium, the one without a window where it is; or whatever TOVHOLDER_CHROMIUM names. */
export const chromiumPath = () => {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  const find = names.map((name) => `command -v ${name}`).join(' || ')
  return process.env['TOVHOLDER_CHROMIUM'] || execFileSync('sh', ['-c', find], { encoding: 'utf8' }).trim()
}
