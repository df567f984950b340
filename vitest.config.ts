import { defineConfig } from 'vitest/config'

// No measure of anything, only an end for what hangs: a busy machine may take ten times as long.
export const patience = { testTimeout: 180_000, hookTimeout: 180_000 }

/** Node reads the product as `npm start` does: nothing is transformed, and there is room for what is soon thrown away. */
export const asServed = {
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ['--max-semi-space-size=16'],
}

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
          ...asServed,
        },
      },
      { test: { ...patience, execArgv: asServed.execArgv, name: 'pages', include: ['src/**/*.test.tsx'] } },
    ],
  },
})
