import { Button } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { CopyLine } from '#web/parts/CopyLine.tsx'
import { first, saysMoment, saysNearMoment } from '#web/parts/dates.ts'
import { MailText } from '../incoming-mails/MailText.tsx'
import type { MailedWords } from './mailed-words.schema.ts'
import './mailed-words.css'

/** What somebody writes, and which mails stand in it. */
type Written = { about: string; mails: number[] }
/** As long as what a visit was about may be. */
const longest = 8000

const saysCame = ({ from, cameAt }: MailedWords, says: (moment: string) => string = saysNearMoment) => {
  const when = says(cameAt)
  return from === null ? m.mailed_words_came({ when }) : m.mailed_words_came_from({ when, from })
}
/** Below what stands already, under a line that says where it came from, as of any day. */
const below = (about: string, mail: MailedWords) =>
  about.trim() === '' ? mail.words : `${about.trimEnd()}\n\n${first(saysCame(mail, saysMoment))}:\n${mail.words}`

/** With those mails that do not stand in it and fit: each whole, or not at all. The same, where there are none. */
export const withMails = (written: Written, mailed: readonly MailedWords[]): Written => {
  let { about, mails } = written
  for (const mail of mailed.filter(({ id }) => !written.mails.includes(id))) {
    const more = mail.words === '' ? about : below(about, mail)
    if (more.length <= longest) [about, mails] = [more, [...mails, mail.id]]
  }
  return mails === written.mails ? written : { about, mails }
}

/** Where in the text somebody stands, who types. */
type Caret = { field: HTMLTextAreaElement; from: number; to: number }
const caretNow = (): Caret | null => {
  const field = document.activeElement
  return field instanceof HTMLTextAreaElement ? { field, from: field.selectionStart, to: field.selectionEnd } : null
}

type Typing = { written: Written; write: (change: Written) => void }
/** What comes by mail while somebody writes joins what he writes, and he stays where he stands in it; nothing joins a report that is on its way. */
export const useMailed = (mailed: readonly MailedWords[], { written, write }: Typing, isOnItsWay: boolean) => {
  const stood = useRef<Caret>(null)
  useLayoutEffect(() => {
    stood.current?.field.setSelectionRange(stood.current.from, stood.current.to)
    stood.current = null
  }, [written])
  useEffect(() => {
    const next = isOnItsWay ? written : withMails(written, mailed)
    if (next === written) return
    stood.current = caretNow()
    write(next)
  })
}

/** Of which mails it is made, and what of them did not come along. */
export const MailedNotes = ({ mailed, written }: { mailed: readonly MailedWords[]; written: Written }) => (
  <>
    {mailed
      .filter(({ id }) => written.mails.includes(id))
      .map((mail) => (
        <div key={mail.id} className="mailed-words tov-dim">
          <p>{first(saysCame(mail))}.</p>
          {mail.unread && <p>{m.mailed_words_unread()}</p>}
          {mail.cut && <p>{m.mailed_words_cut()}</p>}
          {mail.attachments.length > 0 && <p>{m.mailed_words_attachments({ names: mail.attachments.join(', ') })}</p>}
        </div>
      ))}
  </>
)

const Mail = ({ mail }: { mail: MailedWords }) => (
  <div className="mailed-words">
    <p className="tov-dim">{first(saysCame(mail))}.</p>
    <MailText mail={mail} />
  </div>
)

/** There was no room for all of them. */
export const MailedBeside = ({ mailed, written }: { mailed: readonly MailedWords[]; written: Written }) => {
  const rest = mailed.filter(({ id }) => !written.mails.includes(id))
  if (rest.length === 0) return null
  return (
    <Card title={m.mailed_words_beside()}>
      <p>{m.mailed_words_beside_text()}</p>
      {rest.map((mail) => (
        <Mail key={mail.id} mail={mail} />
      ))}
    </Card>
  )
}

/** What came by mail and does not stand in the report that was sent: nobody else reads it. */
type Late = { mailed: readonly MailedWords[]; canChange: boolean; remove: () => void }
export const MailedLate = ({ mailed, canChange, remove }: Late) =>
  mailed.length > 0 && (
    <Card title={m.mailed_words_late()}>
      <p>{canChange ? m.mailed_words_late_text() : m.mailed_words_late_text_other()}</p>
      {mailed.map((mail) => (
        <Mail key={mail.id} mail={mail} />
      ))}
      <Button onClick={remove}>{m.mailed_words_remove()}</Button>
    </Card>
  )

/** Where the report can be written to in a mail; nothing, where none comes in. */
export const WriteByMail = ({ mailTo }: { mailTo: string | null }) =>
  mailTo && (
    <Card title={m.mailed_words_write()}>
      <p className="tov-dim">{m.mailed_words_write_text()}</p>
      <CopyLine text={mailTo} copy={m.mailed_words_write_copy()} copied={m.mailed_words_write_copied()} />
    </Card>
  )
