import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [
    // A file a sentence, so that a page brings only its own; the server reads a file a language (package.json, `#texts`).
    paraglideVitePlugin({ project: './project.inlang', outdir: './src/web/texts', strategy: ['cookie', 'baseLocale'] }),
    react(),
  ],
  // An inlined asset would need `data:` in the Content-Security-Policy.
  build: { outDir: '../../dist', emptyOutDir: true, assetsInlineLimit: 0, reportCompressedSize: false },
  server: { proxy: { '/api': 'http://127.0.0.1:8090' } },
})
