import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context, Hono, Next } from 'hono'
import { getCookie } from 'hono/cookie'
import { amongThose, firstQuestionsCookie } from '../first-questions.shared.ts'
import { bearsSession } from './exchange.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

// Mantine sets styles on elements; scripts are only our own files.
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')

/** `https`: people come that way, and are to come no other. */
export const securityHeaders = (https: boolean) => async (context: Context, next: Next) => {
  await next()
  const { headers } = context.res
  if (https) headers.set('strict-transport-security', 'max-age=31536000')
  // No answer is for the next who sits at this machine: refusals neither.
  if (context.req.path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store')
  // A page without script has a stricter one of its own.
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('permissions-policy', 'camera=(), geolocation=()')
}

type Kept = {
  type: string
  plain: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer>
  tag: string
  forever: boolean
}

const read = async (folder: string): Promise<Map<string, Kept>> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const kept = await Promise.all(
    files.map(async (file): Promise<[string, Kept]> => {
      const plain = await readFile(file)
      const path = file.slice(folder.length).replaceAll('\\', '/')
      const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
      // Vite writes the content's hash into the names under /assets/.
      return [
        path,
        {
          type: types[extname(file)] ?? 'application/octet-stream',
          plain,
          gzip: gzipSync(plain),
          tag,
          forever: path.startsWith('/assets/'),
        },
      ]
    }),
  )
  return new Map(kept)
}

const send = (context: Context, file: Kept, more: Record<string, string> = {}) => {
  const headers: Record<string, string> = {
    ...more,
    'content-type': file.type,
    etag: file.tag,
    vary: 'accept-encoding',
    'cache-control': file.forever ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  if (context.req.header('if-none-match') === file.tag) return new Response(null, { status: 304, headers })
  const zip = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
  if (zip) headers['content-encoding'] = 'gzip'
  return new Response(zip ? file.gzip : file.plain, { headers })
}

/**
 * Serves the built pages from memory; any address that is not a file is a page of the single-page app. `ahead`: answers that every page of someone
 * signed in begins with; the browser asks for them while the page's script is still on its way. What is known there that he may not ask is left out.
 */
export const servePages = async (app: Hono, folder: string, ahead: readonly string[] = []) => {
  const files = await read(folder)
  const linkFor = (context: Context) =>
    amongThose(ahead, getCookie(context, firstQuestionsCookie))
      .map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`)
      .join(', ')
  app.get('*', (context) => {
    const found = files.get(context.req.path)
    if (found) return send(context, found)
    const page = extname(context.req.path) ? undefined : files.get('/index.html')
    if (!page) return context.text('Not found', 404)
    const link = bearsSession(context) && linkFor(context)
    return send(context, page, link ? { link } : {})
  })
}
