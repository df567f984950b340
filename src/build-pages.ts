import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartRefused } from '#platform/config'

const top = fileURLToPath(new URL('..', import.meta.url))
export const pagesFolder = join(top, 'dist')

/** What the pages are made of; the compiled texts follow from their sources, and the tests’ help is in no page. */
const ofPages = /\.(tsx|json|css|html|svg)$|\.(schema|table)\.ts$|^[\w-]+\.ts$/
const notOfPages = /\/src\/(texts|testing)(\/|$)/

const newest = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter(
    (entry) => entry.isFile() && ofPages.test(entry.name) && !notOfPages.test(entry.parentPath),
  )
  const times = await Promise.all(
    files.map((entry) => stat(join(entry.parentPath, entry.name)).then((found) => found.mtimeMs)),
  )
  return Math.max(0, ...times)
}

/** Builds the web pages when their sources are newer; an installation without build tools uses what was built. */
export const buildPages = async (say: (sentence: string) => void) => {
  const built = await stat(join(pagesFolder, 'index.html')).then(
    (found) => found.mtimeMs,
    () => 0,
  )
  if (built > (await newest(join(top, 'src')))) return
  const vite = join(top, 'node_modules/vite/bin/vite.js')
  const canBuild = await stat(vite).then(
    () => true,
    () => false,
  )
  if (!canBuild && built > 0) return
  if (!canBuild) throw new StartRefused('The web pages have not been built. Run: npm ci && npm run build')
  say('Building the web pages …')
  // In a process of its own: the build's gigabyte goes with it.
  const child = spawn(
    process.execPath,
    [vite, 'build', '--config', join(top, 'vite.config.ts'), '--logLevel', 'warn'],
    {
      cwd: top,
      // Whoever asks, a test too, gets the pages that are shipped.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => void (said += piece.toString()))
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0) throw new StartRefused(`The web pages could not be built:\n${said}`)
}
