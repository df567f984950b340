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

// After an update of the server, old pages ask for scripts that are gone: load anew, once.
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('tov-reloaded') ?? 0)
  if (Date.now() - last < 10_000) return
  sessionStorage.setItem('tov-reloaded', String(Date.now()))
  event.preventDefault()
  location.reload()
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
