import { defineConfig } from 'vitest/config'

/** Those that kill processes, change the settings of their own, or look at how much memory they take. */
const alone = [
  'src/bad-luck.test.ts',
  'src/third-language.test.ts',
  'src/commands/**/*.test.ts',
  'src/platform/db/**/*.test.ts',
  'src/platform/files/**/*.test.ts',
  'src/platform/{config,portions}.test.ts',
  'db/demo/companies.test.ts',
]
/** Said by the check (traffic rules, sizes), or on PostgreSQL 15 (rooms, requests, jobs, walls between centres). */
const elsewhere = [
  'src/{architecture,rooms}.test.ts',
  'src/features/**',
  'src/platform/http/**',
  'src/platform/jobs.test.ts',
  'src/platform/db/{tenancy,hot,keep-listening}.test.ts',
]
const patience = { testTimeout: 180_000, hookTimeout: 180_000 }

/** The house on the embedded PostgreSQL 17: most of its files share a worker that keeps the product loaded. */
export default defineConfig({
  test: {
    globalSetup: 'src/testing/postgres.ts',
    // As many at a time as there are cores to be had, and one for what waits for a heartbeat or a killed process.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...patience,
          name: 'together',
          isolate: false,
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'db/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...elsewhere, ...alone],
        },
      },
      { test: { ...patience, name: 'alone', include: alone, exclude: elsewhere } },
    ],
  },
})
