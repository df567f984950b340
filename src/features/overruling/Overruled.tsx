import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { saysDate, today } from '#web/parts/dates.ts'
import { answerWords } from '../may-contact/answers.table.ts'
import { listWaits, undoLift } from '../may-contact/waits.schema.ts'
import { type Call, useUndo } from './OverruleForm.tsx'
import './overruling.css'

/** Under an answer that counts no more: what took its place, who said so, when and why. */
export const OverruledCall = ({ of }: { of: Call }) => {
  const undo = useUndo(of)
  if (!of.overruled) return null
  const { answer, who, at, why, can } = of.overruled
  return (
    <p className="overruling-said">
      {m.overruling_was({ answer: answerWords[answer](), who, date: saysDate(at), why })}{' '}
      {can.undo && (
        <button type="button" className="tov-text-button" onClick={undo}>
          {m.overruling_undo()}
        </button>
      )}
    </p>
  )
}

/** Under what was said of a wait that somebody lifted at that moment, while it would hold still: it holds again. */
export const UndoLift = ({ companyId, at }: { companyId: number; at: string }) => {
  const may = useMay()
  const { data } = useAnswer(listWaits, { params: { companyId } })
  const undo = useAct(undoLift, { says: () => m.overruling_wait_again() })
  const wait = data?.rows.find(
    ({ liftedAt, until, can }) => can.undoLift && liftedAt === at && (until === null || until > today()),
  )
  if (!wait || !may(undoLift)) return null
  return (
    <button type="button" className="tov-text-button" onClick={() => void undo.run({ params: { id: wait.id } })}>
      {m.overruling_undo()}
    </button>
  )
}
