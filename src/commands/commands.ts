import { importKinds } from '../app.ts'
import { backup } from './backup.ts'
import { importFile } from './import.ts'
import { match } from './match.ts'
import { migrate } from './migrate.ts'
import { token, user } from './people.ts'
import { restore } from './restore.ts'
import { seed } from './seed.ts'
import type { Command } from './used.ts'

export const commands: Record<string, Command> = {
  seed,
  import: importFile(importKinds),
  token,
  user,
  migrate,
  match,
  backup,
  restore,
}
