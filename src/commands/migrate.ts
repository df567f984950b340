import type { Command } from './used.ts'
import { withStore } from './with-store.ts'

/** Applies what is missing; opening the store does just that. */
export const migrate: Command = (given) =>
  withStore(given, () => Promise.resolve({ json: { migrated: true }, text: 'The database is up to date.' }))
