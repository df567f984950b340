import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  BadInstance,
  inTime,
  readInstance,
  readMinutes,
  staff as staffVisits,
  strict,
} from '../features/staffing/staffing.ts'
import { readJsonFile } from './json-file.ts'
import { Unreadable } from './json-lines.ts'
import { sinceAsked } from './since-asked.ts'
import { type Answer, type Command, Used } from './used.ts'

const usage = 'Say the instance and how long it may take: staff <instance.json.gz> --seconds <number>.'
const longest = 24 * 60 * 60

const secondsOf = (text: string | undefined): number => {
  if (text === undefined) throw new Used(usage)
  const seconds = Number(text)
  if (!(text.trim() !== '' && seconds > 0 && seconds <= longest))
    throw new Used(`--seconds ${text}: say a number of seconds above 0, at most ${longest}.`)
  return seconds
}

/** Minutes of driving between municipalities: those beside the instance or its folder, else the house's own. */
const minutesFor = (path: string) => {
  const name = 'travel-minutes.json.gz'
  const beside = [dirname(path), dirname(dirname(path))].map((folder) => join(folder, name)).find(existsSync)
  return beside ?? fileURLToPath(new URL(`../features/staffing/${name}`, import.meta.url))
}

const readChecked = async <Read>(path: string, read: (value: unknown) => Read): Promise<Read> => {
  const value = await readJsonFile(path)
  try {
    return read(value)
  } catch (error) {
    if (error instanceof BadInstance) throw new Unreadable(`The file ${path} is no instance: ${error.message}.`)
    throw error
  }
}

/** So much of the time is left for printing and for ending. */
const margin = (seconds: number) => Math.max(0.3, 0.04 * seconds)

/** `staff <instance>`: who goes to each visit of an instance (shared/data/INSTANCES.md). Needs no database. */
export const staff: Command = async ({ values, rest, say }): Promise<Answer> => {
  const [path, ...more] = rest
  if (!path || more.length > 0) throw new Used(usage)
  const seconds = secondsOf(values.seconds)
  const until = performance.now() - sinceAsked() + 1000 * (seconds - margin(seconds))
  try {
    const minutes = await readChecked(minutesFor(path), readMinutes)
    const instance = await readChecked(path, (value) => readInstance(value, minutes))
    const { assignments, points, bound } = staffVisits(instance, { effort: inTime(until), rules: strict })
    return {
      json: { assignments, points, bound },
      text: `${assignments.length} of ${instance.visits.length} visits are staffed: ${points.toFixed(1)} points, at most ${bound.toFixed(1)} are possible.`,
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    say(error.message)
    return { json: {}, lines: [], text: '', refused: true }
  }
}
