import { matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'

/**
 * The pages' own files, kept by the browser of who visits companies, so that they open where there is no network. With network the
 * server's page is the one that is shown: nobody works in last week's. Answers are not kept here (`../data/carried-answers.ts`).
 */
declare const SHELL_FILES: { url: string; revision: string | null }[]
declare const self: { skipWaiting: () => Promise<void> }

void self.skipWaiting()
precacheAndRoute(SHELL_FILES, { directoryIndex: '', cleanURLs: false })
registerRoute(
  new NavigationRoute(
    new NetworkOnly({
      networkTimeoutSeconds: 5,
      plugins: [{ handlerDidError: () => matchPrecache('/index.html') }],
    }),
    // What the server draws is no page of the shell.
    { denylist: [/^\/api\//, /^\/jeres-forloeb\//, /^\/virksomheder\/\d+\/forloeb$/] },
  ),
)
