import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { CopyForIt } from './NoMail.tsx'
import type { showFirstDay } from './first-day.schema.ts'
import './first-day.css'

type Day = AnswerOf<typeof showFirstDay>

/** The same product with a made-up centre in it, apart from this one; where nobody has set it up, how that is done. */
export const Examples = ({ at }: { at: string | null }) => {
  const [asking, setAsking] = useState(false)
  if (at !== null)
    return (
      <Button component="a" href={at} target="_blank" rel="noreferrer">
        {m.home_examples()}
      </Button>
    )
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.home_examples()}</Button>
      {asking && (
        <Dialog title={m.home_examples()} onClose={() => setAsking(false)}>
          <p>{m.home_examples_none()}</p>
          <CopyForIt message={m.home_examples_message()} variant="filled" />
        </Dialog>
      )}
    </>
  )
}

const isDone = (day: Day, wanted: Day['steps'][number]['name']) =>
  day.steps.some(({ name, done }) => name === wanted && done)

/** What needs no step before it, and what the steps that are done have opened. */
const possible = (day: Day) => [
  ...(day.schools > 0 ? [m.home_already_contacts(), m.home_already_classes()] : []),
  ...(isDone(day, 'companies') ? [m.home_already_companies()] : []),
]

/** Beside the checklist: what one can do already, what the house sees to, and why there are no figures. */
export const FirstDayBeside = ({ day }: { day: Day }) => {
  const already = possible(day)
  return (
    <>
      {already.length > 0 && (
        <Card title={m.home_already()}>
          <ul className="first-already">
            {already.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={m.home_sees_to()}>
        <p className="first-beside">{m.home_sees_to_text()}</p>
      </Card>
      <Card title={m.home_no_figures()}>
        <p className="first-beside">{m.home_no_figures_text()}</p>
      </Card>
    </>
  )
}
