import yauzl from 'yauzl'
import type { FileLimits } from './file-limits.ts'
import { FileStopped } from './file-problem.ts'
import { hostile } from './xml-events.ts'

export type WorkbookZip = {
  has: (path: string) => boolean
  /** The bytes of one part, unpacked. A part that is not there is an empty stream. */
  part: (path: string) => AsyncGenerator<Buffer>
}

type Limits = Pick<FileLimits, 'zipEntries' | 'unpackedBytes'>

/**
 * The parts of a workbook. Nothing is ever written to disk; names with `..`, a drive or a leading slash make the whole
 * file unreadable (yauzl refuses them). A part that unpacks to more than it
 * claims is broken (yauzl counts), so the claims can be held against the limit before anything is unpacked.
 * @throws FileStopped
 */
export const openWorkbookZip = async (data: Buffer, limits: Limits): Promise<WorkbookZip> => {
  const zip = await opened(data)
  if (zip.entryCount > limits.zipEntries) throw hostile('entries')
  const entries = await entriesOf(zip, limits.zipEntries)
  let unpacked = 0
  /** How much of each part has been counted: reading it again is not more of it. */
  const counted = new Map<string, number>()

  async function* part(path: string): AsyncGenerator<Buffer> {
    const entry = entries.get(path.toLowerCase())
    if (!entry) return
    const before = counted.get(entry.fileName) ?? 0
    if (entry.uncompressedSize - before + unpacked > limits.unpackedBytes) throw tooLarge('unpacked')
    let at = 0
    try {
      for await (const chunk of await streamOf(zip, entry)) {
        const bytes = Buffer.from(chunk)
        at += bytes.length
        const seen = counted.get(entry.fileName) ?? 0
        if (at > seen) {
          unpacked += at - seen
          counted.set(entry.fileName, at)
        }
        yield bytes
      }
    } catch (error) {
      // yauzl and zlib say in many words that the file is cut off or does not hold what it says
      throw error instanceof FileStopped ? error : new FileStopped({ code: 'file-broken' })
    }
  }
  return { has: (path) => entries.has(path.toLowerCase()), part }
}

export const tooLarge = (kind: string): FileStopped => new FileStopped({ code: 'workbook-too-large', detail: { kind } })

const opened = (data: Buffer): Promise<yauzl.ZipFile> => {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true }
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(data, options, (error, zip) => {
      if (error) reject(new FileStopped({ code: 'file-broken' }))
      else resolve(zip)
    })
  })
}

const entriesOf = (zip: yauzl.ZipFile, most: number): Promise<Map<string, yauzl.Entry>> => {
  const entries = new Map<string, yauzl.Entry>()
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(new FileStopped({ code: 'file-broken' })))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: yauzl.Entry) => {
      // of two parts with the same name the first counts; Excel refuses such a file
      const name = entry.fileName.toLowerCase()
      if (!entries.has(name)) entries.set(name, entry)
      if (entries.size > most) reject(hostile('entries'))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

const streamOf = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
