import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'db/**/*.test.ts', 'bench/**/*.test.ts'],
    // `none`: for tests that need no database, such as the traffic rules.
    globalSetup: process.env['TOVHOLDER_TEST_PG'] === 'none' ? [] : ['src/testing/postgres.ts'],
    // No measure of anything, only an end for what hangs: a busy machine may take ten times as long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Two cores; a third worker for those that wait for a heartbeat, a killed process or a silent socket.
    maxWorkers: 3,
  },
})
