import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: 'e2e/worlds.ts',
    // A journey is many steps on a product that was just started.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // Two products and two browsers at a time: two cores.
    maxWorkers: 2,
  },
})
