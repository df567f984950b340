/** How large the process grows that imports the register. The floor is the same process with a tenth of the rows: what it is before it has read much. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { linesOf } from './register.ts'
import { report } from './report.ts'

type Grown = { kilobytes: number; rows: number; seconds: number }
/** The file is written before: whoever makes it up is not measured with who reads it. */
const grownBy = async (folder: string, companies: number): Promise<Grown> => {
  const file = join(folder, `register-${companies}.json`)
  await pipeline(Readable.from(linesOf(companies)), createWriteStream(file))
  // As `npm start` begins it.
  const child = fork(new URL('./memory-child.ts', import.meta.url), [file], { execArgv: ['--max-semi-space-size=16'] })
  const [grown] = (await once(child, 'message')) as [Grown]
  return grown
}

export const benchMemory = async (companies: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'tov-register-'))
  const [few, all] = [await grownBy(folder, Math.round(companies / 10)), await grownBy(folder, companies)]
  rmSync(folder, { recursive: true, force: true })
  const megabytes = ({ kilobytes }: Grown) => Math.round(kilobytes / 1024)
  const detail = { rows: all.rows, megabytesOfATenth: megabytes(few), rowsPerSecond: all.rows / all.seconds }
  report('memory', 'import_megabytes', megabytes(all), 'lower', 250, detail)
}
