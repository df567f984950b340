import { useAnswer } from '#web/data/answers.ts'
import * as m from '#texts'
import { saysDeadline, saysNearMoment } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { useMay } from '#web/frame/me.ts'
import { ContactsCard } from '../school-contacts/ContactsCard.tsx'
import { uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import { AllLists } from '../lists/AllLists.tsx'
import { Card } from '#web/parts/Card.tsx'
import { number } from '#web/parts/numbers.ts'
import { listOpenHearings, showHearing, startHearing } from './hearings.schema.ts'
import { countLapsedStrikes } from './strikes.schema.ts'

const useHearing = () => {
  const { data } = useAnswer(listOpenHearings)
  return (listId: number) => data?.rows.find((row) => row.listId === listId)
}

/** What a hearing that runs waits for: the own school's answer, or, for who runs the centre, those that are missing. */
const WaitsFor = ({ listId }: { listId: number }) => {
  const hearing = useHearing()(listId)
  if (!hearing) return null
  const { deadline, schools, missing, ownAnswerAt } = hearing
  if (missing !== null && schools !== null)
    return missing === 0 ? (
      <>{m.lists_next_end()}</>
    ) : (
      <>{m.lists_next_missing({ missing, schools, deadline: saysNearMoment(deadline) })}</>
    )
  return ownAnswerAt === null ? (
    <StateTag tone="venter">{m.lists_next_answer({ when: saysDeadline(deadline) })}</StateTag>
  ) : (
    <>{m.lists_next_answered({ deadline: saysNearMoment(deadline) })}</>
  )
}

/** What nobody has spoken with comes back to the next draw: said where the next one is made. */
const ComeBack = () => {
  const { data } = useAnswer(countLapsedStrikes)
  const count = data?.all ?? data?.own ?? 0
  if (!data || count === 0) return null
  return (
    <Card title={m.hearings_lapsed({ count: number(count) })}>
      <p className="tov-dim">{data.all === null ? m.hearings_lapsed_own() : m.hearings_lapsed_all()}</p>
    </Card>
  )
}

/** Every list; one in hearing says what the hearing waits for, and a school goes straight to its own answer. */
export default () => {
  const may = useMay()
  const gathers = may(uploadContacts)
  // By who one is, not by what is on its way: a row leads to the same place from the first moment on.
  const answers = may(showHearing) && !may(startHearing)
  return (
    <AllLists
      aside={
        <>
          {gathers && <ContactsCard />}
          <ComeBack />
        </>
      }
      InHearing={WaitsFor}
      opensAt={({ id, hearing, state }) =>
        answers && state === 'in-hearing' && hearing ? `/hoering/${hearing.id}` : `/udtraek/${id}`
      }
    />
  )
}
