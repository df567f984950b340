#!/usr/bin/env node
/** Commands beside or without a running server: seed, import, token, user, migrate, backup, restore, match, staff. Exit 0 done, 1 refused, 2 used wrongly. */
import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { commands } from './commands/commands.ts'
import { type Answer, Used } from './commands/used.ts'
import { messageOf, stackOf } from '#platform/failure'

// What is loaded from here on is compiled once, for the next command too: a quarter of a second of each.
enableCompileCache()

/** What can be brought in, the rooms say. */
const usage = async () => {
  const [{ kindsOf }, { importKinds }] = await Promise.all([import('./commands/import.ts'), import('./app.ts')])
  return `Usage:
  tovholder seed --world demo|<file.json>            load a world into an empty installation; prints its tokens
  tovholder import ${kindsOf(importKinds)} <file> [--dry-run] [--school <name>]
  tovholder token --user <e-mail> [--name <name>]    make an API token; it is shown once
  tovholder user --email <e-mail> --name <name> --role <role> [--school <name>]
  tovholder migrate                                  apply what is missing
  tovholder backup <file>                            all that the database holds, in a new file; servers may run meanwhile
  tovholder restore <file> [--dry-run] [--replace]   into an empty database; --replace gives up what it holds
  tovholder match <register.jsonl.gz> <contacts.jsonl.gz>   which company of the register each contact is; needs no database
  tovholder staff <instance.json.gz> --seconds <number>     who goes to each visit, within that time; needs no database
Options everywhere: --json (one object on standard output, nothing else; match: one a contact), --centre <number>`
}

const options = {
  world: { type: 'string' },
  user: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  school: { type: 'string' },
  centre: { type: 'string' },
  seconds: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const read = () => {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new Used(messageOf(error))
  }
}

const inJson = ({ json, lines = [json] }: Answer): string => lines.map((one) => `${JSON.stringify(one)}\n`).join('')

const run = async (): Promise<number> => {
  const { values, positionals } = read()
  const [name = '', ...rest] = positionals
  const command = commands.get(name)
  if (values.help) {
    process.stdout.write(`${await usage()}\n`)
    return 0
  }
  if (!command) throw new Used(name ? `There is no command ${name}.` : 'Say which command.')
  const carryOut = await command()
  const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)
  const answer = await carryOut({ values, rest, say })
  process.stdout.write(values.json ? inJson(answer) : `${answer.text}\n`)
  return answer.refused ? 1 : 0
}

const failed = async (reason: unknown): Promise<number> => {
  const json = process.argv.includes('--json')
  const message = messageOf(reason)
  // What goes well need not wait for the words of what goes wrong.
  const [{ StartRefused }, { Problem }] = await Promise.all([import('#platform/config'), import('#platform/errors')])
  const known = reason instanceof StartRefused || reason instanceof Problem || reason instanceof Used
  if (json)
    process.stdout.write(
      `${JSON.stringify({ error: message, ...(reason instanceof Problem && { code: reason.code }) })}\n`,
    )
  process.stderr.write(`${known ? message : stackOf(reason)}${reason instanceof Used ? `\n\n${await usage()}` : ''}\n`)
  return reason instanceof Used ? 2 : 1
}

const outcome = async (): Promise<number> => {
  try {
    return await run()
  } catch (error) {
    return await failed(error)
  }
}
process.exitCode = await outcome()
