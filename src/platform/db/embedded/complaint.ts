import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { codeOf } from '../../failure.ts'

/** What PostgreSQL writes when it can not start, and what a person can do about it. */
const CAUSES: [RegExp, string][] = [
  [/\/dev\/null/, 'The machine has no working /dev/null for the account that runs PostgreSQL.'],
  [/No space left on device|disk quota exceeded/i, 'The disk is full: make room and start again.'],
  [/Cannot allocate memory|could not map anonymous shared memory/i, 'The machine has too little free memory.'],
  [/pre-existing shared memory block/i, 'Parts of the former PostgreSQL are still ending: wait a moment.'],
  [/could not (create|bind) .*socket|Address already in use/i, 'Its socket can not be made: is another one running?'],
  [/Read-only file system/i, 'The disk can only be read.'],
  [/Permission denied/i, 'Files belong to another account than the one that runs PostgreSQL.'],
  [
    /checkpoint record|PANIC|pg_control|incorrect checksum|is not a valid|could not open file|could not read file/i,
    'The database files look damaged: restore the latest backup into another data folder (TOVHOLDER_DATA): `tovholder restore <file>`.',
  ],
]

/** One sentence with the likely cause, and PostgreSQL's own last lines. */
export const complaint = (what: string, output: string, where: string): string => {
  const cause = CAUSES.find(([sign]) => sign.test(output))?.[1]
  const lines = output.trim().split('\n').slice(-5).join('\n  ')
  return `${what} ${cause ? `${cause} ` : ''}The last lines of ${where}:\n  ${lines || '(nothing)'}`
}

/** The end of what was written to a log since `from` (bytes), at most 8 kB. */
export const logSince = (path: string, from: number): string => {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const start = Math.max(from, size - 8192)
    const bytes = Buffer.alloc(Math.max(0, size - start))
    readSync(file, bytes, 0, bytes.length, start)
    return bytes.toString('utf8')
  } finally {
    closeSync(file)
  }
}

const CODES: Record<string, string> = {
  EACCES: 'this account may not',
  EPERM: 'this account may not',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
}

/** A failing file operation as a sentence; everything else as it was. */
export const inWords = (error: unknown, dataDir: string): unknown => {
  const why = error instanceof Error && 'syscall' in error ? CODES[codeOf(error) ?? ''] : undefined
  if (why === undefined || !(error instanceof Error)) return error
  return new Error(
    `The data folder ${dataDir} can not be used: ${why} (${error.message}). Make room or mend the rights, use the account that made it, or choose another folder with TOVHOLDER_DATA.`,
    { cause: error },
  )
}
