/** A mail is read in a thread of its own: a hostile one costs nobody else a moment. */
import { parentPort, workerData } from 'node:worker_threads'
import { type ParsedMail, simpleParser } from 'mailparser'
import { toldWithoutPersons } from '../files/personal-cells.ts'
import { headEnd } from './mail-mark.ts'
import type { ReadMail } from './read-mail.ts'

type Told = Omit<ReadMail, 'mark'>
const longest = { name: 200, subject: 300, words: 20_000, header: 2_000 }
/** So many attachments are named. */
const mostNamed = 50
const limits = { maxChildNodes: 200, maxHeadSize: 256 * 1024, maxHtmlLengthToParse: 2_000_000 }
/** Text alone: nothing is fetched, no picture is set in, no part is opened that is a mail of its own. */
const textAlone = { skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true, ignoreEmbedded: true }

/** No sign that a database refuses. */
const storable = (text: string) => text.toWellFormed().replaceAll('\u0000', '')
/** What people read: no personal number either. */
const plain = (text: string) => toldWithoutPersons(storable(text))
const oneLine = (text: string, most: number) => plain(text.replace(/\s+/g, ' ').trim()).slice(0, most)
/** What programs read, to the letter: ten digits of it are a number of theirs. */
const forPrograms = (text: string) => storable(text.replace(/\s+/g, ' ').trim()).slice(0, longest.header)

/** One sender, said once; else nobody can be said to have sent it. */
const senderOf = ({ from, headerLines }: ParsedMail) => {
  const people = (from?.value ?? []).flatMap((one) => one.group ?? [one])
  const [person] = people
  if (!person?.address || people.length > 1 || headerLines.filter(({ key }) => key === 'from').length > 1) return null
  return { address: oneLine(person.address, longest.name).toLowerCase(), name: oneLine(person.name, longest.name) }
}
const namesOf = ({ attachments }: ParsedMail) =>
  attachments.slice(0, mostNamed).map(({ filename, contentType }) => oneLine(filename ?? contentType, longest.name))
/** A header as it stands, the topmost first. */
const headersOf = ({ headerLines }: ParsedMail) =>
  headerLines.map(({ key, line }): [string, string] => [key, forPrograms(line.slice(line.indexOf(':') + 1))])

const shape = (parsed: ParsedMail, unread: boolean): Told => {
  const words = plain(parsed.text ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return {
    sender: senderOf(parsed),
    subject: oneLine(parsed.subject ?? '', longest.subject),
    words: unread ? '' : words.slice(0, longest.words),
    cut: words.length > longest.words,
    attachments: unread ? [] : namesOf(parsed),
    headers: headersOf(parsed),
    messageId: forPrograms(parsed.messageId ?? ''),
    unread,
  }
}

/** As long as a head that no mail server writes: of a longer one only its beginning is read. */
const longestHead = 64 * 1024
const headOf = (source: Buffer) =>
  Buffer.concat([source.subarray(0, Math.min(headEnd(source), longestHead)), Buffer.from('\r\n\r\n')])

const told: { source: string; headAlone: boolean } = JSON.parse(String(workerData))
const source = Buffer.from(told.source, 'latin1')
const parse = (bytes: Buffer) => simpleParser(bytes, { ...limits, ...textAlone, checksumAlgo: false })
/** More parts than a mail has, a head without end: what it says of itself is told all the same. */
const read = async (): Promise<Told> => {
  if (!told.headAlone)
    try {
      return shape(await parse(source), false)
    } catch {
      // Its head may still be read.
    }
  return shape(await parse(headOf(source)), true)
}
const answer = await read()

// oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(answer)
