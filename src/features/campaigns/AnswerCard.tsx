import { useState } from 'react'
import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { Card } from '#web/parts/Card.tsx'
import { Choices } from '#web/parts/Choices.tsx'
import { answerCampaign } from './asking.schema.ts'

/** Two questions to who visits. Nothing is chosen beforehand: what was not answered is no answer. */
export const AnswerCard = ({ id }: { id: number }) => {
  const [wanted, setWanted] = useState<'' | 'overview' | 'trade'>('')
  const [atEase, setAtEase] = useState<'' | 'yes' | 'no'>('')
  const answer = useAct(answerCampaign, { says: () => m.campaigns_answered() })
  const ready = wanted !== '' && atEase !== ''
  const send = () => {
    if (wanted === '' || atEase === '' || answer.running) return
    void answer.run({ params: { id }, body: { wanted, atEase } })
  }
  return (
    <Card title={m.campaigns_answer_title()}>
      <div className="lists-stack">
        <p className="tov-dim">{m.campaigns_answer_text()}</p>
        <div className="campaigns-asked">
          <span>{m.campaigns_answer_wanted()}</span>
          <Choices
            label={m.campaigns_answer_wanted()}
            value={wanted}
            options={[
              { value: 'overview', label: m.campaigns_fact_overview() },
              { value: 'trade', label: m.campaigns_fact_trade() },
            ]}
            onChange={setWanted}
          />
        </div>
        <div className="campaigns-asked">
          <span>{m.campaigns_answer_ease()}</span>
          <Choices
            label={m.campaigns_answer_ease()}
            value={atEase}
            options={[
              { value: 'yes', label: m.campaigns_answer_yes() },
              { value: 'no', label: m.campaigns_answer_no() },
            ]}
            onChange={setAtEase}
          />
        </div>
        <div>
          <Button variant="filled" aria-disabled={!ready || answer.running || undefined} onClick={send}>
            {m.campaigns_answer_send()}
          </Button>
        </div>
      </div>
    </Card>
  )
}
