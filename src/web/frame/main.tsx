import './page-language.ts'
import './mantine.ts'
import './inter.css'
import './global.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { getLocale } from '#texts/runtime'
import { queries } from '#web/data/answers.ts'
import { askAhead } from './ahead.ts'
import { showGoing } from './going.ts'
import { router } from './routes.tsx'
import { cssVariablesResolver, theme } from './theme.ts'

document.documentElement.lang = getLocale()
showGoing(router)
void askAhead()

// After an update of the server, old pages ask for scripts that are gone: load anew, once. Where it does not answer the page stays, with all that is typed on it.
addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('tov-reloaded') ?? 0)
  if (!navigator.onLine || Date.now() - last < 10_000) return
  const loadAnew = () => {
    sessionStorage.setItem('tov-reloaded', String(Date.now()))
    location.reload()
  }
  void fetch('/readyz', { cache: 'no-store' }).then(
    ({ ok }) => ok && loadAnew(),
    () => undefined,
  )
})

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
createRoot(place).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
)
