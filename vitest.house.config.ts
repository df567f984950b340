import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { asServed, patience } from './vitest.config.ts'

/** Minutes on one core, whatever the others do: begun last, a core would have nothing to do beside them. */
const longest = ['db/demo/seed.test.ts', 'src/third-language.test.ts', 'src/commands/backup.test.ts']
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) =>
      (longest.findIndex((path) => moduleId.endsWith(path)) + longest.length + 1) % (longest.length + 1)
    // oxlint-disable-next-line unicorn/no-array-sort -- a sequencer's own way to order, no array's
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

/** Those that kill processes, change the settings of their own, look at how much memory they take, or take longest. */
const alone = [
  'db/demo/seed.test.ts',
  'src/bad-luck.test.ts',
  'src/third-language.test.ts',
  'src/commands/**/*.test.ts',
  'src/platform/db/**/*.test.ts',
  'src/platform/files/**/*.test.ts',
  'src/platform/{config,portions}.test.ts',
  'db/demo/companies.test.ts',
]
/** Said by the check (traffic rules, sizes), or on PostgreSQL 15 (rooms, requests, jobs, migrations, walls between centres). */
const elsewhere = [
  'src/{architecture,rooms}.test.ts',
  'src/features/**',
  'src/platform/http/**',
  'src/platform/jobs.test.ts',
  'src/platform/db/{migrate,tenancy,hot,keep-listening}.test.ts',
]

/** The house on the embedded PostgreSQL 17: most of its files share a worker that keeps the product loaded. */
export default defineConfig({
  test: {
    globalSetup: 'src/testing/postgres.ts',
    // As many at a time as there are cores to be had, and one for what waits for a heartbeat or a killed process.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...patience,
          ...asServed,
          name: 'together',
          isolate: false,
          include: ['src/**/*.test.ts', 'db/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...elsewhere, ...alone],
        },
      },
      {
        test: {
          ...patience,
          execArgv: asServed.execArgv,
          name: 'pages',
          isolate: false,
          include: ['src/**/*.test.tsx'],
          exclude: elsewhere,
        },
      },
      { test: { ...patience, ...asServed, name: 'alone', include: alone, exclude: elsewhere } },
    ],
  },
})
