import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { saysDate, today } from '#web/parts/dates.ts'
import { answerWords } from '../may-contact/answers.table.ts'
import { listWaits } from '../may-contact/waits.schema.ts'
import type { Call } from './OverruleForm.tsx'

/** Before an answer is overruled: what else was said, and goes on holding. What the answer itself gave was set as the call ended. */
export const AlsoHolds = ({ of }: { of: Call }) => {
  const { data } = useAnswer(listWaits, { params: { companyId: of.companyId } })
  const others = (data?.rows ?? []).filter(
    ({ setAt, liftedAt, until }) => setAt !== of.endedAt && liftedAt === null && (until === null || until > today()),
  )
  return others.map(({ id, reason, source, setBy, setAt }) => {
    const said = { answer: answerWords[reason](), date: saysDate(setAt) }
    const who = setBy ?? ''
    return (
      <p key={id} role="status">
        {source === 'link' ? m.overruling_holds_by_link(said) : m.overruling_holds({ ...said, who })}
      </p>
    )
  })
}
