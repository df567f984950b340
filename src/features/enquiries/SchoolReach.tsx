import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { PickMany } from '#web/parts/Filters.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { municipalities } from '../official-codes/municipalities.table.ts'
import { changeSchoolReach, listSchoolReach } from './enquiries.schema.ts'
import { type Field, fieldCodes, fields } from './enquiry-words.table.ts'

type Reach = AnswerOf<typeof listSchoolReach>['rows'][number]

const places = municipalities
  .map(({ code, name }) => ({ value: String(code), label: name }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'da'))
const placeName = (code: number) => places.find(({ value }) => value === String(code))?.label ?? String(code)

const ReachForm = ({ reach, onDone }: { reach: Reach; onDone: () => void }) => {
  const [chosen, setChosen] = useState<Field[]>(reach.fields)
  const [areas, setAreas] = useState(reach.areas.map(String))
  const change = useAct(changeSchoolReach, { says: () => m.enquiries_said_reach({ school: reach.school }), onDone })
  const params = { schoolId: reach.schoolId }
  return (
    <div className="enquiries-reach-form" {...useOpened(onDone)}>
      <PickMany
        label={m.enquiries_reach_fields()}
        options={fieldCodes.map((value) => ({ value, label: fields[value]() }))}
        value={chosen}
        onChange={setChosen}
      />
      <PickMany label={m.enquiries_reach_areas()} options={places} value={areas} onChange={setAreas} />
      <Button onClick={() => void change.run({ params, body: { fields: chosen, areas: areas.map(Number) } })}>
        {m.enquiries_reach_save()}
      </Button>
      <Button variant="subtle" onClick={onDone}>
        {m.web_no_thanks()}
      </Button>
    </div>
  )
}

const One = ({ reach }: { reach: Reach }) => {
  const [open, setOpen] = useState(false)
  const { school, can } = reach
  const said = reach.fields.map((field) => fields[field]()).join(', ')
  const where = reach.areas.length > 0 ? reach.areas.map(placeName).join(', ') : m.enquiries_reach_everywhere()
  return (
    <li>
      <div>
        <b>{school}</b>
        <div className="tov-dim tov-small">{said ? `${said}. ${where}` : m.enquiries_reach_none()}</div>
      </div>
      {can.change && !open && (
        <Button size="compact-sm" onClick={() => setOpen(true)}>
          {m.enquiries_reach_change()}
        </Button>
      )}
      {open && <ReachForm reach={reach} onDone={() => setOpen(false)} />}
    </li>
  )
}

/** Which school an enquiry goes to when nobody has the company: by kind of education and place. */
export const SchoolReach = () => {
  const { data } = useAnswer(listSchoolReach)
  if (!data) return null
  return (
    <Card title={m.enquiries_reach()} right={m.enquiries_reach_hint()} padded={false}>
      <ul className="enquiries-reach">
        {data.rows.map((reach) => (
          <One key={reach.schoolId} reach={reach} />
        ))}
      </ul>
    </Card>
  )
}
