import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { answerMovedPlace, listMovedPlaces } from './moved-places.schema.ts'

const held = {
  wait: m.moved_places_held_wait,
  stop: m.moved_places_held_stop,
  'regular-contact': m.moved_places_held_contact,
}

/** The workplace went to another company, and somebody must say what holds; nothing when nothing is asked. */
export const MovedPlaces = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listMovedPlaces, { query: { companyId } })
  const answer = useAct(answerMovedPlace, { says: () => m.moved_places_answered() })
  const [row] = data?.rows ?? []
  if (!row) return null
  const say = (holds: boolean) => void answer.run({ params: { id: row.id }, body: { holds } })
  return (
    <Card title={m.moved_places_title({ date: saysDate(row.movedAt) })}>
      <p>
        {m.moved_places_from({ from: row.from })} {row.held.map((kind) => held[kind]()).join(' ')}
      </p>
      {row.can.answer ? (
        <>
          <p>{m.moved_places_question()}</p>
          <div className="may-contact-acts">
            <Button disabled={answer.running} onClick={() => say(true)}>
              {m.moved_places_yes()}
            </Button>
            <Button disabled={answer.running} onClick={() => say(false)}>
              {m.moved_places_no()}
            </Button>
          </div>
        </>
      ) : (
        <p className="tov-dim">{m.moved_places_ask()}</p>
      )}
    </Card>
  )
}
