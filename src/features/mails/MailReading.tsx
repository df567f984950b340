import { Button } from '@mantine/core'
import { Fragment, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { addressOf } from '#web/data/address.ts'
import { first, saysNearMoment } from '#web/parts/dates.ts'
import { Letter, LetterFile, LetterWords } from '#web/parts/Letters.tsx'
import { MailFate } from './MailFate.tsx'
import { openMailLink, showMailAttachment } from './mails.schema.ts'
import { type Mail, MailState, writtenBy } from './MailList.tsx'

const pieces = (text: string) => {
  let at = 0
  return text.split(/(https?:\/\/[^\s]+)/).map((part) => {
    at += part.length + 1
    return { part, at }
  })
}

/** The addresses in a mail can be followed, ours and others'; one whose secret is left out leads nowhere. */
const leads = (part: string) => part.startsWith('http') && !part.endsWith('…')

const WithLinks = ({ text }: { text: string }) =>
  pieces(text).map(({ part, at }) => (
    <Fragment key={at}>
      {leads(part) ? (
        <a className="tov-link" href={part} target="_blank" rel="noreferrer">
          {part}
        </a>
      ) : (
        part
      )}
    </Fragment>
  ))

/** The text; what only the receiver may know is left out, until who wrote it asks for it, once. */
const Body = ({ mail }: { mail: Mail }) => {
  const [whole, setWhole] = useState<string>()
  const open = useAct(openMailLink, { onDone: ({ body }) => setWhole(body) })
  return (
    <>
      <LetterWords>
        <WithLinks text={whole ?? mail.body} />
      </LetterWords>
      {mail.can.openLink && !whole && (
        <div className="mails-acts">
          <p className="tov-dim">{m.mails_link_once()}</p>
          <Button loading={open.running} onClick={() => void open.run({ params: { id: mail.id } })}>
            {m.mails_show_link()}
          </Button>
        </div>
      )}
      {whole && <p role="status">{m.mails_link_shown()}</p>}
    </>
  )
}

export const MailReading = ({ mail, close }: { mail: Mail; close?: () => void }) => (
  <div className="mails-reading">
    <Letter
      heading={mail.subject || writtenBy(mail)}
      back={close && { says: m.mails_all(), go: close }}
      head={
        <p className="mails-to">
          {m.mails_to({ to: mail.toName ? `${mail.toName}, ${mail.to}` : mail.to })}{' '}
          <span>{first(saysNearMoment(mail.sentAt ?? mail.createdAt))}</span>{' '}
          {mail.by && mail.subject && <span>{writtenBy(mail)}</span>} <MailState mail={mail} />
        </p>
      }
    >
      <MailFate mail={mail} />
      {mail.subject ? <Body mail={mail} /> : <p className="tov-dim">{m.mails_words_hidden()}</p>}
      {mail.attachment && (
        <LetterFile>
          <a className="tov-link" href={addressOf(showMailAttachment, { params: { id: mail.id } })} download>
            {mail.attachment}
          </a>
        </LetterFile>
      )}
    </Letter>
  </div>
)
