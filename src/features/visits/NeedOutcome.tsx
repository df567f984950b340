import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { saysDate } from '#web/parts/dates.ts'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { answerNeed, closeNeed, reopenNeed } from './visits.schema.ts'

export type Need = AnswerOf<typeof answerNeed>

type FormProps = { need: Need; how: 'answer' | 'close'; onDone: () => void }
const SettleForm = ({ need, how, onDone }: FormProps) => {
  const params = { id: need.id }
  const closes = how === 'close'
  const form = useContractForm(closes ? closeNeed : answerNeed, {
    initial: { why: '' },
    with: { params },
    says: () => (closes ? m.visits_need_is_closed() : m.visits_need_is_answered()),
    undo: () => () => call(reopenNeed, { params }),
    onDone,
  })
  return (
    <div {...useOpened(onDone)}>
      <ContractForm of={form}>
        <Textarea
          label={closes ? m.visits_need_close_why() : m.visits_need_answer_what()}
          required={closes}
          maxLength={300}
          autosize
          minRows={2}
          {...form.field('why')}
        />
        <SendButton of={form} variant="default">
          {m.visits_need_keep()}
        </SendButton>
      </ContractForm>
    </div>
  )
}

/** What became of a need, and who said so; for one that is open, the two ways to settle it. */
export const NeedOutcome = ({ need }: { need: Need }) => {
  const [how, setHow] = useState<FormProps['how']>()
  const reopen = useAct(reopenNeed, { says: () => m.visits_need_is_open() })
  const { state, settledBy, settledAt, why, can } = need
  if (state !== 'open')
    return (
      <div className="visits-outcome">
        <StateTag tone={state === 'answered' ? 'fri' : 'sten'}>
          {state === 'answered' ? m.visits_need_answered() : m.visits_need_closed()}
        </StateTag>{' '}
        <span className="tov-dim tov-small">
          {m.visits_need_settled_by({ who: settledBy ?? '', date: saysDate(settledAt ?? '') })}
          {why && `: ${why}`}
        </span>{' '}
        {can.reopen && (
          <button
            type="button"
            className="tov-text-button"
            disabled={reopen.running}
            onClick={() => void reopen.run({ params: { id: need.id } })}
          >
            {m.visits_need_reopen()}
          </button>
        )}
      </div>
    )
  if (!can.settle) return null
  return (
    <div className="visits-outcome">
      {how ? (
        <SettleForm key={how} need={need} how={how} onDone={() => setHow(undefined)} />
      ) : (
        <>
          <Button size="compact-sm" onClick={() => setHow('answer')}>
            {m.visits_need_answer()}
          </Button>{' '}
          <Button size="compact-sm" onClick={() => setHow('close')}>
            {m.visits_need_close()}
          </Button>
        </>
      )}
    </div>
  )
}
