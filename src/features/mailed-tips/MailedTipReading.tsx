import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { first, saysDate, saysNearMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Letter } from '#web/parts/Letters.tsx'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'
import { MailText } from '../incoming-mails/MailText.tsx'
import { MailedTipForm } from './MailedTipForm.tsx'
import { reopenMailedTip, showMailedTip, unmakeMailedTip } from './mailed-tips.schema.ts'

export type WholeMail = AnswerOf<typeof showMailedTip>
type Part = { mail: WholeMail }

/** How sure it is who sent it: a sender can be made up. */
const Sender = ({ mail }: Part) => {
  const { partner, fromName: name, fromAddress: address, vouched, oldAddress, asideOn } = mail
  const says = () => {
    if (vouched === 'failed') return m.incoming_mails_made_up()
    if (!partner) return m.mailed_tips_stranger()
    return vouched === 'passed'
      ? m.mailed_tips_vouched({ partner: partner.name })
      : m.mailed_tips_claims({ partner: partner.name })
  }
  const from = name ? m.incoming_mails_from({ name, address }) : m.incoming_mails_from_address({ address })
  return (
    <>
      <p>{address ? from : m.incoming_mails_nobody()}</p>
      <p className={vouched === 'failed' ? 'mailed-tips-warns' : undefined}>{says()}</p>
      {oldAddress && <p className="mailed-tips-warns">{m.mailed_tips_old_text()}</p>}
      {asideOn !== null && <p>{m.mailed_tips_stranger_ends({ day: saysDate(asideOn) })}</p>}
    </>
  )
}

/** What became of it, and the way back: while nobody has gone on with what did. */
const Settled = ({ mail: { id, tipId, laidAside, can } }: Part) => {
  const params = { id }
  const reopen = useAct(reopenMailedTip, { says: () => m.mailed_tips_said_reopened() })
  const unmake = useAct(unmakeMailedTip, { says: () => m.mailed_tips_said_unmade() })
  const none = laidAside ? m.mailed_tips_is_aside_text({ days: daysKept }) : m.mailed_tips_is_none()
  return (
    <div className="tov-card mailed-tips-settled">
      <p>{tipId === null ? none : m.mailed_tips_is_tip()}</p>
      {tipId !== null && (
        <Button component={Go} to={`/aktoerer?tip=${tipId}`}>
          {m.mailed_tips_see_tip()}
        </Button>
      )}
      {can.unmake && <Button onClick={() => void unmake.run({ params })}>{m.mailed_tips_unmake()}</Button>}
      {can.reopen && <Button onClick={() => void reopen.run({ params })}>{m.mailed_tips_reopen()}</Button>}
      <p className="tov-dim">{m.mailed_tips_erased_later({ days: daysKept })}</p>
    </div>
  )
}

export const MailedTipReading = ({ id, close }: { id: number; close: () => void }) => {
  const { data: mail, error } = useAnswer(showMailedTip, { params: { id } })
  if (!mail)
    return error ? (
      <EmptyState title={m.web_list_failed()}>{sentenceOf(error, m.web_failed())}</EmptyState>
    ) : (
      <GreyRows count={4} />
    )
  return (
    <div className="mailed-tips-both">
      <Letter
        heading={mail.subject || m.incoming_mails_no_subject()}
        back={{ says: m.mailed_tips_all(), go: close }}
        head={
          <>
            <p>{first(saysNearMoment(mail.cameAt))}</p>
            <Sender mail={mail} />
          </>
        }
      >
        <MailText mail={mail} />
      </Letter>
      {mail.can.settle ? <MailedTipForm mail={mail} close={close} /> : <Settled mail={mail} />}
    </div>
  )
}
