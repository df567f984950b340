import { Textarea } from '@mantine/core'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { saysNearMoment } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import * as contract from './consultant-meetings.schema.ts'
import type { Meeting } from './meeting-words.tsx'

/** Anyone may put a question or a case on the agenda. */
export const PutPoint = () => {
  const form = useContractForm(contract.putMeetingPoint, {
    initial: { kind: 'question', words: '' },
    draft: 'meeting-point',
    again: true,
    says: () => m.consultant_meetings_put_said(),
  })
  return (
    <Card title={m.consultant_meetings_put()}>
      <ContractForm of={form} label={m.consultant_meetings_put()}>
        <Choices
          label={m.consultant_meetings_put_kind()}
          value={form.values.kind === 'case' ? 'case' : 'question'}
          options={[
            { value: 'question', label: m.consultant_meetings_kind_question() },
            { value: 'case', label: m.consultant_meetings_kind_case() },
          ]}
          onChange={(kind) => form.set('kind', kind)}
        />
        <Textarea
          label={m.consultant_meetings_put_words()}
          maxLength={500}
          autosize
          minRows={2}
          {...form.field('words')}
        />
        <p className="tov-dim tov-small">{m.consultant_meetings_put_hint()}</p>
        <SendButton of={form}>{m.consultant_meetings_put_yes()}</SendButton>
      </ContractForm>
    </Card>
  )
}

export const WhoWasThere = ({ people }: Pick<Meeting, 'people'>) => {
  const here = people.filter(({ present }) => present)
  return (
    <Card title={m.consultant_meetings_there()} right={<span className="tov-dim">{here.length}</span>}>
      {here.length === 0 && <p className="tov-dim">{m.consultant_meetings_there_none()}</p>}
      <ul className="meeting-ideas">
        {here.map(({ id, name, school }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="tov-dim tov-small">{school}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Minutes are never changed: what was wrong is said beside them. */
export const Corrections = ({ meeting: { id, corrections, mails } }: { meeting: Meeting }) => {
  const form = useContractForm(contract.correctMinutes, {
    initial: { words: '' },
    with: { params: { id } },
    again: true,
    says: () => m.consultant_meetings_correct_said(),
  })
  return (
    <Card title={m.consultant_meetings_corrections()}>
      <p className="tov-dim tov-small">{mails ? m.consultant_meetings_mailed() : m.consultant_meetings_not_mailed()}</p>
      <ul className="meeting-ideas">
        {corrections.map((one) => (
          <li key={one.at}>
            <span>{one.words}</span>
            <span className="tov-dim tov-small">
              {one.by}, {saysNearMoment(one.at)}
            </span>
          </li>
        ))}
      </ul>
      <div className="meeting-unprinted">
        <ContractForm of={form} label={m.consultant_meetings_correct()}>
          <Textarea
            label={m.consultant_meetings_correct_words()}
            maxLength={500}
            autosize
            minRows={2}
            {...form.field('words')}
          />
          <SendButton of={form}>{m.consultant_meetings_correct()}</SendButton>
        </ContractForm>
      </div>
    </Card>
  )
}
