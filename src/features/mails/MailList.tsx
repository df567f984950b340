import type { RowOf } from '#web/data/answers.ts'
import * as m from '#texts'
import { LetterList } from '#web/parts/Letters.tsx'
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

/** Who wrote it: what is left to say of a mail whose words are another's. */
export const writtenBy = ({ by }: Pick<Mail, 'by'>) => m.mails_by({ name: by ?? 'Tovholder' })

type Props = {
  mails: readonly Mail[]
  chosen: number | undefined
  open: (id: number) => void
  more: (() => void) | undefined
}

export const MailList = ({ mails, chosen, open, more }: Props) => (
  <LetterList
    label={m.web_nav_mails()}
    letters={mails.map((mail) => ({
      ...{ id: mail.id, title: mail.to, at: mail.createdAt, about: mail.subject || writtenBy(mail) },
      who: mail.toName ?? <MailAddress of={mail.to} />,
      tag: <MailState mail={mail} />,
    }))}
    chosen={chosen}
    open={open}
    after={
      more && (
        <button type="button" className="tov-text-button" onClick={more}>
          {m.mails_more()}
        </button>
      )
    }
  />
)
