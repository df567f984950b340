import { migrate } from './migrate.ts'
import { token, user } from './people.ts'
import { seed } from './seed.ts'
import type { Command } from './used.ts'

export const commands: Record<string, Command> = { seed, token, user, migrate }
