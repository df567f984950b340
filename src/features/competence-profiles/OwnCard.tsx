import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { addressOf } from '#web/data/address.ts'
import { touch } from '#web/data/answers.ts'
import { Card } from '#web/parts/Card.tsx'
import { saysDate } from '#web/parts/dates.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { clearMyProfile, sayOwnStep, takeMyProfile } from './competence-profiles.schema.ts'
import { StepField } from './StepField.tsx'
import type { Own } from './use-own-step.tsx'

/** Says again what was cleared; what was said since stays, and is told. */
const sayAgain = async (fields: readonly Own[]) => {
  const said = fields.filter(({ version }) => version !== null)
  await Promise.all(
    said.map(({ field, step, words }) =>
      call(
        sayOwnStep,
        { params: { field }, body: { step, words, version: null } },
        { idempotencyKey: crypto.randomUUID() },
      ),
    ),
  )
  await touch('/api/competence-profile')
}

const lastSaid = (fields: readonly Own[]) =>
  fields
    .flatMap(({ saidAt }) => saidAt ?? [])
    .toSorted()
    .at(-1)

/** Where I am just now: the five questions that nobody else sees the answers to. */
export const OwnCard = ({ fields }: { fields: readonly Own[] }) => {
  const clear = useAct(clearMyProfile, {
    says: () => m.competence_profiles_cleared(),
    undo: () => () => sayAgain(fields),
  })
  const last = lastSaid(fields)
  return (
    <Card title={m.competence_profiles_where()} right={<VisibilityMark who="personal" />} padded={false}>
      <p className="competence-profiles-about tov-dim tov-small">{m.competence_profiles_where_text()}</p>
      <ul className="competence-profiles-fields">
        {fields.map((stands) => (
          <StepField key={stands.field} stands={stands} />
        ))}
      </ul>
      <div className="competence-profiles-foot tov-dim tov-small">
        {last ? m.competence_profiles_last({ date: saysDate(last) }) : m.competence_profiles_empty()}
        {last && (
          <span>
            <a className="tov-link" href={addressOf(takeMyProfile)} download>
              {m.competence_profiles_take()}
            </a>
            <Button variant="subtle" size="compact-sm" onClick={() => void clear.run()}>
              {m.competence_profiles_clear()}
            </Button>
          </span>
        )}
      </div>
    </Card>
  )
}
