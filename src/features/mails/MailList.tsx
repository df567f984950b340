import type { RowOf } from '#web/data/answers.ts'
import * as m from '#texts'
import { saysNear, saysTime } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { listMails } from './mails.schema.ts'

export type Mail = RowOf<typeof listMails>

/** How it stands with a mail, in words; the normal case has no tag: sent, or where nothing is ever sent, kept here. */
export const MailState = ({ mail, smtp }: { mail: Mail; smtp: boolean }) => {
  if (mail.failed) return <StateTag tone="galt">{m.mails_failed()}</StateTag>
  return mail.sentAt || !smtp ? null : <StateTag>{m.mails_not_sent()}</StateTag>
}

type Props = {
  mails: readonly Mail[]
  smtp: boolean
  chosen: number | undefined
  open: (id: number) => void
  more: (() => void) | undefined
}

export const MailList = ({ mails, smtp, chosen, open, more }: Props) => (
  <div className="tov-card mails-mail-list">
    <ul aria-label={m.web_nav_mails()}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <button type="button" aria-current={mail.id === chosen || undefined} onClick={() => open(mail.id)}>
            <span className="mails-mail-top">
              <b title={mail.to}>{mail.to}</b>
              <span>
                {saysNear(mail.createdAt)} {saysTime(mail.createdAt)}
              </span>
            </span>
            <span className="mails-mail-subject">
              <span>{mail.subject}</span>
              <MailState mail={mail} smtp={smtp} />
            </span>
          </button>
        </li>
      ))}
    </ul>
    {more && (
      <button type="button" className="tov-text-button" onClick={more}>
        {m.mails_more()}
      </button>
    )}
  </div>
)
