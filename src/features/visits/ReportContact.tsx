import { Checkbox, TextInput } from '@mantine/core'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { addDays, saysNear, today } from '#web/parts/dates.ts'
import type { FormAnswer, Written } from './ReportDraft.tsx'

type Chosen = Written['regularContact']
type Props = {
  has: FormAnswer['regularContact']
  me: number
  chosen: Chosen
  errors: Record<string, string>
  onChange: (chosen: Chosen) => void
}

/** After a visit someone should have the company: asked, never by itself. Who has it already is only named. */
export const ReportContact = ({ has, me, chosen, errors, onChange }: Props) => {
  if (has && has.id !== me)
    return (
      <Card title={m.visits_contact()}>
        <p className="visits-contact-has">
          {m.visits_contact_is({ who: has.school ? `${has.name}, ${has.school}` : has.name })}
        </p>
      </Card>
    )
  return (
    <Card title={m.visits_contact()} right={m.visits_contact_hint()}>
      {has ? (
        <p className="visits-contact-has">{m.visits_contact_is_me()}</p>
      ) : (
        <Checkbox
          label={m.visits_contact_take()}
          description={m.visits_contact_take_hint()}
          checked={chosen !== null}
          onChange={(event) => onChange(event.currentTarget.checked ? { what: '', dueOn: '' } : null)}
        />
      )}
      {(chosen !== null || has) && (
        <FollowUp chosen={chosen ?? { what: '', dueOn: '' }} errors={errors} onChange={onChange} />
      )}
    </Card>
  )
}

const FollowUp = ({
  chosen,
  errors,
  onChange,
}: Pick<Props, 'errors' | 'onChange'> & { chosen: NonNullable<Chosen> }) => (
  <div className="visits-contact-follow">
    <TextInput
      label={m.visits_contact_follow_up()}
      placeholder={m.visits_contact_follow_up_example()}
      value={chosen.what}
      maxLength={300}
      error={errors['regularContact.followUp.what']}
      onChange={(event) => onChange({ ...chosen, what: event.currentTarget.value })}
    />
    <DateField
      label={m.visits_contact_follow_up_on()}
      min={today()}
      value={chosen.dueOn}
      error={errors['regularContact.followUp.dueOn']}
      onChange={(dueOn) => onChange({ ...chosen, dueOn })}
    />
    {chosen.what !== '' && (
      <div className="visits-days" role="group" aria-label={m.visits_contact_follow_up_on()}>
        {[7, 14, 30].map((days) => {
          const day = addDays(today(), days)
          return (
            <button
              key={days}
              type="button"
              aria-pressed={chosen.dueOn === day}
              onClick={() => onChange({ ...chosen, dueOn: day })}
            >
              {saysNear(day)}
            </button>
          )
        })}
      </div>
    )}
  </div>
)
