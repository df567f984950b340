import { Button } from '@mantine/core'
import { IconChevronLeft, IconPaperclip } from '@tabler/icons-react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { first, saysNearMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { MailedTipForm } from './MailedTipForm.tsx'
import { reopenMailedTip, showMailedTip } from './mailed-tips.schema.ts'

export type WholeMail = AnswerOf<typeof showMailedTip>
type Part = { mail: WholeMail }

/** How sure it is who sent it: a sender can be made up. */
const Sender = ({ mail: { partner, fromName: name, fromAddress: address, vouched } }: Part) => {
  const says = () => {
    if (vouched === 'failed') return m.mailed_tips_made_up()
    if (!partner) return m.mailed_tips_stranger()
    return vouched === 'passed'
      ? m.mailed_tips_vouched({ partner: partner.name })
      : m.mailed_tips_claims({ partner: partner.name })
  }
  const from = name ? m.mailed_tips_from({ name, address }) : m.mailed_tips_from_address({ address })
  return (
    <div className="mailed-tips-from">
      <p>{address ? from : m.mailed_tips_nobody()}</p>
      <p className={vouched === 'failed' ? 'mailed-tips-warns' : undefined}>{says()}</p>
    </div>
  )
}

const Words = ({ mail: { words, unread, cut, attachments } }: Part) => (
  <>
    {words && <div className="mailed-tips-words">{words}</div>}
    {unread === 'too-large' && <p className="tov-dim">{m.mailed_tips_too_large()}</p>}
    {unread === 'unreadable' && <p className="tov-dim">{m.mailed_tips_unreadable()}</p>}
    {!words && !unread && <p className="tov-dim">{m.mailed_tips_no_words()}</p>}
    {cut && <p className="tov-dim">{m.mailed_tips_cut()}</p>}
    {attachments.length > 0 && (
      <p className="mailed-tips-files">
        <IconPaperclip size={18} aria-hidden />
        {m.mailed_tips_attachments({ names: attachments.join(', ') })}
      </p>
    )}
  </>
)

/** What became of it, and the way back where nothing did. */
const Settled = ({ mail: { id, tipId, can } }: Part) => {
  const reopen = useAct(reopenMailedTip, { says: () => m.mailed_tips_said_reopened() })
  return (
    <div className="mailed-tips-settled">
      <p>{tipId === null ? m.mailed_tips_is_none() : m.mailed_tips_is_tip()}</p>
      {tipId !== null && (
        <Button component={Go} to={`/aktoerer?tip=${tipId}`}>
          {m.mailed_tips_see_tip()}
        </Button>
      )}
      {can.reopen && <Button onClick={() => void reopen.run({ params: { id } })}>{m.mailed_tips_reopen()}</Button>}
      <p className="tov-dim">{m.mailed_tips_erased_later()}</p>
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
      <article className="tov-card mailed-tips-mail" aria-labelledby="mailed-tip-subject">
        <button type="button" className="tov-text-button tov-only-phone" onClick={close}>
          <IconChevronLeft size={16} aria-hidden /> {m.mailed_tips_all()}
        </button>
        <h2 id="mailed-tip-subject">{mail.subject || m.mailed_tips_no_subject()}</h2>
        <p className="tov-dim">{first(saysNearMoment(mail.cameAt))}</p>
        <Sender mail={mail} />
        <Words mail={mail} />
      </article>
      {mail.can.settle ? <MailedTipForm mail={mail} close={close} /> : <Settled mail={mail} />}
    </div>
  )
}
