import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'db/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: 'src/platform/testing/postgres.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: more workers than that only make real databases wait for each other.
    maxWorkers: 2,
  },
})
