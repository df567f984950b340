import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import type { Heard, Step } from './script-parts.shared.ts'
import { useWordsLanguage } from './words-language.tsx'

const stays = ''
const saysStep = (steps: readonly Step[], at: number) => steps[at]?.name.trim() || m.scripts_step({ n: at + 1 })
const put = <One,>(list: readonly One[], at: number, change: Partial<One>) =>
  list.map((one, n) => (n === at ? { ...one, ...change } : one))
const without = <One,>(list: readonly One[], at: number) => list.filter((_, n) => n !== at)

/** A step that goes: what led to it stays where it is, and what led past it goes on. */
const withoutStep = (steps: readonly Step[], at: number): Step[] =>
  without(steps, at).map((step) => ({
    ...step,
    heard: step.heard.map((one) => ({
      ...one,
      to: one.to === null || one.to === at ? null : one.to > at ? one.to - 1 : one.to,
    })),
  }))

type HeardProps = {
  heard: Heard
  n: number
  steps: readonly Step[]
  at: number
  onPut: (change: Partial<Heard>) => void
  onRemove: () => void
}
const OneHeard = ({ heard, n, steps, at, onPut, onRemove }: HeardProps) => {
  const lang = useWordsLanguage()
  return (
    <div className="scripts-line" role="group" aria-label={m.scripts_heard_n({ n })}>
      <TextInput
        lang={lang}
        label={m.scripts_heard()}
        value={heard.heard}
        maxLength={120}
        onChange={(event) => onPut({ heard: event.currentTarget.value })}
      />
      <Textarea
        lang={lang}
        label={m.scripts_then_say()}
        value={heard.say}
        maxLength={600}
        autosize
        minRows={1}
        onChange={(event) => onPut({ say: event.currentTarget.value })}
      />
      <Dropdown
        label={m.scripts_leads()}
        data={[
          { value: stays, label: m.scripts_stays() },
          ...steps.flatMap((_, to) => (to === at ? [] : [{ value: String(to), label: saysStep(steps, to) }])),
        ]}
        value={heard.to === null ? stays : String(heard.to)}
        onChange={(to) => onPut({ to: to === stays ? null : Number(to) })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={m.scripts_remove({ what: heard.heard || m.scripts_heard_n({ n }) })}
        onClick={onRemove}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </div>
  )
}

type StepProps = {
  steps: readonly Step[]
  step: Step
  at: number
  onPut: (change: Partial<Step>) => void
  onRemove: () => void
}
const OneStep = ({ steps, step, at, onPut, onRemove }: StepProps) => {
  const lang = useWordsLanguage()
  return (
    <Card
      title={saysStep(steps, at)}
      right={
        steps.length > 1 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={m.scripts_remove({ what: saysStep(steps, at) })}
            onClick={onRemove}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        )
      }
    >
      <div className="scripts-step-parts">
        {steps.length > 1 && (
          <TextInput
            lang={lang}
            label={m.scripts_step_name()}
            value={step.name}
            maxLength={60}
            onChange={(event) => onPut({ name: event.currentTarget.value })}
          />
        )}
        <Textarea
          lang={lang}
          label={m.scripts_you_say()}
          description={m.scripts_say_help({ caller: '{caller}', centre: '{centre}' })}
          value={step.says}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={4000}
          onChange={(event) => onPut({ says: event.currentTarget.value })}
        />
        {step.heard.map((heard, n) => (
          <OneHeard
            // oxlint-disable-next-line react/no-array-index-key -- a line of a text: it is where it stands
            key={n}
            {...{ heard, steps, at, n: n + 1 }}
            onPut={(change) => onPut({ heard: put(step.heard, n, change) })}
            onRemove={() => onPut({ heard: without(step.heard, n) })}
          />
        ))}
        <Button
          className="scripts-add"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onPut({ heard: [...step.heard, { heard: '', say: '', to: null }] })}
        >
          {m.scripts_add_heard()}
        </Button>
      </div>
    </Card>
  )
}

/** What one says, step by step, and indented what the company may say to it and where that leads. */
export const StepParts = ({ steps, onPut }: { steps: readonly Step[]; onPut: (steps: Step[]) => void }) => (
  <>
    {steps.map((step, at) => (
      <OneStep
        // oxlint-disable-next-line react/no-array-index-key -- a part of a text: it is where it stands
        key={at}
        {...{ steps, step, at }}
        onPut={(change) => onPut(put(steps, at, change))}
        onRemove={() => onPut(withoutStep(steps, at))}
      />
    ))}
    <Button
      className="scripts-add"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => onPut([...steps, { name: '', says: '', heard: [] }])}
    >
      {m.scripts_add_step()}
    </Button>
  </>
)
