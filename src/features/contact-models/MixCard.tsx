import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { sayDone } from '#web/data/notices.ts'
import { number } from '#web/parts/numbers.ts'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { modelWords } from './model-words.table.ts'
import { becauseWords, wouldWords } from './because-words.table.tsx'
import { type Mix, mixOf, type Model, models, sameMix, sharedOut, step } from './models.shared.ts'
import type { z } from '#platform/endpoint'
import type { TargetGroup } from './models.schema.ts'
import './contact-models.css'

type Group = z.infer<typeof TargetGroup>
type Proposed = NonNullable<Group['proposal']>[number]
const saysCompanies = (count: number) =>
  count === 0
    ? m.contact_models_nobody()
    : count === 1
      ? m.contact_models_one_company()
      : m.contact_models_companies({ count: number(count) })

const Step = ({ model, percent, onChange }: { model: Model; percent: number; onChange: (percent: number) => void }) => {
  const name = modelWords[model]()
  const within = (wanted: number) => Math.max(0, Math.min(100, wanted))
  return (
    <div className="contact-models-step">
      <ActionIcon
        variant="subtle"
        aria-label={m.contact_models_less({ model: name, step })}
        onClick={() => onChange(within(percent - step))}
      >
        <IconMinus size={15} aria-hidden />
      </ActionIcon>
      <input
        inputMode="numeric"
        role="spinbutton"
        aria-label={m.contact_models_percent({ model: name })}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        value={String(percent)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange(within(Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 3))))}
        onKeyDown={(event) => {
          const by = { ArrowUp: step, ArrowDown: -step }[event.key]
          if (by === undefined) return
          event.preventDefault()
          onChange(within(percent + by))
        }}
      />
      <ActionIcon
        variant="subtle"
        aria-label={m.contact_models_more({ model: name, step })}
        onClick={() => onChange(within(percent + step))}
      >
        <IconPlus size={15} aria-hidden />
      </ActionIcon>
    </div>
  )
}

type RowProps = {
  model: Model
  mix: Mix
  proposed: Proposed | undefined
  companies: number
  onChange: (mix: Mix) => void
}
const MixRow = ({ model, mix, proposed, companies, onChange }: RowProps) => {
  const percent = mix[model]
  const changed = proposed !== undefined && percent !== proposed.percent
  return (
    <li data-changed={changed || undefined}>
      <div className="contact-models-mix-name">
        <b>{modelWords[model]()}</b>
        <div className="contact-models-mix-bar" aria-hidden>
          <i style={{ width: `${percent}%` }} />
          {proposed && <u style={{ left: `${proposed.percent}%` }} />}
        </div>
        <span className="tov-dim tov-small">{saysCompanies(companies)}</span>
      </div>
      <div>
        <Step model={model} percent={percent} onChange={(wanted) => onChange({ ...mix, [model]: wanted })} />
        {proposed && (
          <span className="tov-dim tov-small">
            {changed ? m.contact_models_proposed_is({ percent: proposed.percent }) : m.contact_models_as_proposed()}
          </span>
        )}
      </div>
      {proposed && (
        <p>
          <b>{m.contact_models_because()}</b>{' '}
          {proposed.because.map((one) => becauseWords[one.reason](one.values)).join(' ')}{' '}
          <span className="tov-dim">{wouldWords[model]()}</span>
        </p>
      )}
    </li>
  )
}

type Props = { mix: Mix; why: string; group: Group; onMix: (mix: Mix) => void; onWhy: (why: string) => void }
/** How contact is made: the bar is what people chose, the line what is proposed; a mix of one's own has its reason. */
export const MixCard = ({ mix, why, group, onMix, onWhy }: Props) => {
  const proposal = mixOf(group.proposal)
  const shares = sharedOut(group.reachable, mix)
  const useProposal = () => {
    onMix(proposal)
    sayDone(m.contact_models_proposal_used(), () => Promise.resolve(onMix(mix)))
  }
  return (
    <Card title={m.contact_models_how_title()} right={m.contact_models_how_line()} padded={false}>
      <ul className="contact-models-mix">
        {models.map((model) => (
          <MixRow
            key={model}
            {...{ model, mix, onChange: onMix }}
            proposed={group.proposal?.find((one) => one.model === model)}
            companies={shares[model]}
          />
        ))}
      </ul>
      {group.proposal && !sameMix(mix, proposal) && (
        <div className="contact-models-why">
          <TextInput
            label={
              <>
                {m.contact_models_why()} <VisibilityMark who="centre" />
              </>
            }
            value={why}
            maxLength={400}
            onChange={(event) => onWhy(event.currentTarget.value)}
          />
          <Button onClick={useProposal}>{m.contact_models_use_proposal()}</Button>
        </div>
      )}
    </Card>
  )
}
