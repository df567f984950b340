import type { RowOf } from '#web/data/answers.ts'
import * as m from '#texts'
import { saysNearShort, saysTime } from '#web/parts/dates.ts'
import { MailAddress } from '#web/parts/MailAddress.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { listMails } from './mails.schema.ts'

export type Mail = RowOf<typeof listMails>

/** How it stands with a mail, in words; the normal case has no tag: sent, or where nothing is ever sent, kept here. */
export const MailState = ({ mail }: { mail: Pick<Mail, 'state' | 'putAsideAt'> }) => {
  if (mail.state === 'waits') return <StateTag tone="venter">{m.mails_state_waits()}</StateTag>
  if (mail.state === 'over') return <StateTag>{m.mails_state_over()}</StateTag>
  if (mail.state !== 'given-up') return null
  return mail.putAsideAt ? (
    <StateTag>{m.mails_state_put_aside()}</StateTag>
  ) : (
    <StateTag tone="galt">{m.mails_state_given_up()}</StateTag>
  )
}

/** "i dag 9.14", "26. nov. 15.10": short, so that the address beside it is read. */
const saysWritten = (moment: string) => `${saysNearShort(moment)} ${saysTime(moment)}`

/** Who wrote it: what is left to say of a mail whose words are another's. */
export const writtenBy = ({ by }: Pick<Mail, 'by'>) => m.mails_by({ name: by ?? 'Tovholder' })

type Props = {
  mails: readonly Mail[]
  chosen: number | undefined
  open: (id: number) => void
  more: (() => void) | undefined
}

export const MailList = ({ mails, chosen, open, more }: Props) => (
  <div className="tov-card mails-mail-list">
    <ul aria-label={m.web_nav_mails()}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <button type="button" aria-current={mail.id === chosen || undefined} onClick={() => open(mail.id)}>
            <span className="mails-mail-top">
              <b title={mail.to}>{mail.toName ?? <MailAddress of={mail.to} />}</b>
              <span>{saysWritten(mail.createdAt)}</span>
            </span>
            <span className="mails-mail-subject">
              <span>{mail.subject || writtenBy(mail)}</span>
              <MailState mail={mail} />
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
