import { defineConfig } from 'vitest/config'

// No measure of anything, only an end for what hangs: a busy machine may take ten times as long.
const patience = { testTimeout: 180_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    // `none`: for tests that need no database, such as the traffic rules.
    globalSetup: process.env['TOVHOLDER_TEST_PG'] === 'none' ? [] : ['src/testing/postgres.ts'],
    // Two cores; a third worker for those that wait for a heartbeat, a killed process or a silent socket.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...patience,
          name: 'house',
          include: ['src/**/*.test.ts', 'db/**/*.test.ts', 'bench/**/*.test.ts'],
          // Node reads the product as it does when it serves: nothing is transformed, and what is compiled is kept.
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
      { test: { ...patience, name: 'pages', include: ['src/**/*.test.tsx'] } },
    ],
  },
})
