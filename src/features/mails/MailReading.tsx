import { IconChevronLeft, IconPaperclip } from '@tabler/icons-react'
import { Fragment } from 'react'
import * as m from '#texts'
import { addressOf } from '#web/data/address.ts'
import { first, saysNearMoment } from '#web/parts/dates.ts'
import { showMailAttachment } from './mails.schema.ts'
import { type Mail, MailState } from './MailList.tsx'

const pieces = (text: string) => {
  let at = 0
  return text.split(/(https?:\/\/[^\s]+)/).map((part) => {
    at += part.length + 1
    return { part, at }
  })
}

/** The addresses in a mail can be followed, ours and others'. */
const WithLinks = ({ text }: { text: string }) =>
  pieces(text).map(({ part, at }) => (
    <Fragment key={at}>
      {part.startsWith('http') ? (
        <a className="tov-link" href={part} target="_blank" rel="noreferrer">
          {part}
        </a>
      ) : (
        part
      )}
    </Fragment>
  ))

export const MailReading = ({ mail, smtp, close }: { mail: Mail; smtp: boolean; close: () => void }) => (
  <article className="tov-card mails-mail" aria-labelledby="mail-subject">
    <button type="button" className="tov-text-button tov-only-phone" onClick={close}>
      <IconChevronLeft size={16} aria-hidden /> {m.mails_all()}
    </button>
    <h2 id="mail-subject">{mail.subject}</h2>
    <p className="mails-mail-to">
      {m.mails_to({ to: mail.to })} <span>{first(saysNearMoment(mail.sentAt ?? mail.createdAt))}</span>{' '}
      <MailState mail={mail} smtp={smtp} />
    </p>
    {mail.failed && <p className="tov-form-problem">{mail.failed}</p>}
    <div className="mails-mail-body">
      <WithLinks text={mail.body} />
    </div>
    {mail.attachment && (
      <p className="mails-mail-file">
        <IconPaperclip size={18} aria-hidden />
        <a className="tov-link" href={addressOf(showMailAttachment, { params: { id: mail.id } })} download>
          {mail.attachment}
        </a>
      </p>
    )}
  </article>
)
