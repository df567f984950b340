import type { Command } from './used.ts'

/** Each is loaded when it is asked for: who only looks at a file, or keeps a backup, does not wait for the whole house. */
export const commands = new Map<string, () => Promise<Command>>([
  ['seed', async () => (await import('./seed.ts')).seed],
  [
    'import',
    async () => {
      const [{ importFile }, { importKinds }] = await Promise.all([import('./import.ts'), import('../app.ts')])
      return importFile(importKinds)
    },
  ],
  ['token', async () => (await import('./people.ts')).token],
  ['user', async () => (await import('./people.ts')).user],
  ['migrate', async () => (await import('./migrate.ts')).migrate],
  ['match', async () => (await import('./match.ts')).match],
  ['staff', async () => (await import('./staff.ts')).staff],
  ['backup', async () => (await import('./backup.ts')).backup],
  ['restore', async () => (await import('./restore.ts')).restore],
])
