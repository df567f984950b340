import { createHash } from 'node:crypto'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const worker = 'shell-worker.js'
const digest = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Tells the worker (`src/web/frame/shell-worker.ts`) what the pages are made of. Names under /assets/ bear their content's hash. */
const shellFiles = (): Plugin => ({
  name: 'shell-files',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.values(bundle)
        .filter(({ fileName }) => fileName !== worker)
        .map((file) => ({
          url: `/${file.fileName}`,
          revision: file.fileName.startsWith('assets/')
            ? null
            : digest(file.type === 'chunk' ? file.code : file.source),
        }))
      const chunk = bundle[worker]
      if (chunk?.type !== 'chunk' || !files.some(({ url }) => url === '/index.html'))
        throw new Error('The pages have no worker, or it would not know them')
      chunk.code = `const SHELL_FILES=${JSON.stringify(files)};\n${chunk.code}`
    },
  },
})

export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [
    // A file a sentence, so that a page brings only its own; the server reads a file a language (package.json, `#texts`).
    paraglideVitePlugin({ project: './project.inlang', outdir: './src/web/texts', strategy: ['cookie', 'baseLocale'] }),
    react(),
    shellFiles(),
  ],
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    // An inlined asset would need `data:` in the Content-Security-Policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 720,
    cssCodeSplit: false,
    rolldownOptions: {
      input: { index: 'src/web/index.html', 'shell-worker': 'src/web/frame/shell-worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'shell-worker' ? worker : 'assets/[name]-[hash].js'),
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
        // A cold page waits for each file it asks for: what every page starts with is one, and what pages share comes in few.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], test: (id) => !/shell-worker|workbox/.test(id), priority: 2 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 24_000, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8090' } },
})
