/** How large the process grows that imports the register. The floor is the same process with a tenth of the rows: what it is before it has read much. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { report } from './report.ts'

type Grown = { kilobytes: number; rows: number; seconds: number }
const grownBy = async (companies: number): Promise<Grown> => {
  const child = fork(new URL('./memory-child.ts', import.meta.url), [String(companies)])
  const [grown] = (await once(child, 'message')) as [Grown]
  return grown
}

export const benchMemory = async (companies: number) => {
  const [few, all] = [await grownBy(Math.round(companies / 10)), await grownBy(companies)]
  const megabytes = ({ kilobytes }: Grown) => Math.round(kilobytes / 1024)
  const detail = { rows: all.rows, megabytesOfATenth: megabytes(few), rowsPerSecond: all.rows / all.seconds }
  report('memory', 'import_megabytes', megabytes(all), 'lower', 250, detail)
}
