/** What a mail says, as text; what brings its reader down, whatever it is, is told to be unread. */
import { inThread } from '../reckoning.ts'
import { markOf } from './mail-mark.ts'

export type ReadMail = {
  /** Null: nobody, or several. What a mail says of its sender anyone can write. */
  sender: { address: string; name: string } | null
  subject: string
  /** Its text, of a page the text of that; without personal numbers. */
  words: string
  /** It is longer than what is kept of it. */
  cut: boolean
  /** What its attachments are called; they are not opened. */
  attachments: string[]
  /** Names in small letters, the topmost first. */
  headers: [name: string, value: string][]
  messageId: string
  /** The same for the same mail, however often it comes. */
  mark: string
  /** Only its head could be read: it is too large, or made to be read by nobody. */
  unread: boolean
}

const thread = new URL('./mail-thread.ts', import.meta.url)
const usual = { longest: 15_000, memoryMb: 256 }
const nothing: Omit<ReadMail, 'mark'> = {
  ...{ sender: null, subject: '', words: '', cut: false, attachments: [], headers: [], messageId: '', unread: true },
}

type Given = { source: Buffer; headAlone?: boolean }
/** Never throws. `headAlone`: the rest was not fetched. */
export const readMail = async ({ source, headAlone = false }: Given, limits = usual): Promise<ReadMail> => {
  const inOwnThread = (alone: boolean) =>
    inThread<Omit<ReadMail, 'mark'>>(
      { thread, from: JSON.stringify({ source: source.toString('latin1'), headAlone: alone }) },
      limits,
    )
  const read = inOwnThread(headAlone).catch((error: unknown) => {
    if (headAlone) throw error
    return inOwnThread(true)
  })
  return { ...(await read.catch(() => nothing)), mark: markOf(source) }
}
