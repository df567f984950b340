import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { keysOf } from '#platform/typed.shared'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { Card } from '#web/parts/Card.tsx'
import { DateField } from '#web/parts/DateField.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { FilterBar, PickMany, Range } from '#web/parts/Filters.tsx'
import type { Path } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import { Page } from '#web/parts/Page.tsx'
import { type List, useListDraft } from './list-draft.tsx'
import { contactWords, kindWords, SaysDraft, saysSize, waitWords } from './ListWords.tsx'
import { type Criteria, showDrawChoices, sizeGroups } from './criteria.schema.ts'
import { drawList, undoDraw } from './draw.schema.ts'
import { DrawCountCard } from './DrawCountCard.tsx'

type Props = { list: List; up: { to: Path; text: string }; actions: ReactNode; subtitle: ReactNode }

const digits = (text: string) => (text === '' ? null : Number(text))
const text = (value: number | null) => (value === null ? '' : String(value))

export type Part = { criteria: Criteria; set: (part: Partial<Criteria>) => void }

/** The choices of which companies: area, industry, size, form; whoever chooses companies uses them alike. */
export const WhichFilters = ({ criteria, set }: Part) => {
  const { data } = useAnswer(showDrawChoices)
  const options = (rows: { code: string; name: string; count: number }[] | undefined, withCode = false) =>
    (rows ?? []).map(({ code, name, count }) => ({
      value: code,
      label: withCode ? `${code} ${name}` : name,
      note: number(count),
    }))
  return (
    <FilterBar>
      <PickMany
        label={m.lists_municipalities()}
        options={options(data?.municipalities)}
        value={criteria.municipalities.map(String)}
        onChange={(codes) => set({ municipalities: codes.map(Number) })}
      />
      <PickMany
        label={m.lists_industries()}
        options={options(data?.industries, true)}
        value={criteria.industries}
        onChange={(industries) => set({ industries })}
      />
      <PickMany
        label={m.lists_sizes()}
        options={sizeGroups.map((size) => ({
          value: size,
          label: saysSize(size),
        }))}
        value={criteria.sizes}
        onChange={(sizes) => set({ sizes })}
      />
      <PickMany
        label={m.lists_forms()}
        options={options(data?.forms)}
        value={criteria.forms.map(String)}
        onChange={(codes) => set({ forms: codes.map(Number) })}
      />
      <Range
        label={m.lists_employees()}
        from={text(criteria.employeesFrom)}
        to={text(criteria.employeesTo)}
        onChange={({ from, to }) => set({ employeesFrom: digits(from), employeesTo: digits(to) })}
      />
    </FilterBar>
  )
}

const WhichCompanies = ({ criteria, set }: Part) => (
  <Card title={m.lists_which()}>
    <WhichFilters criteria={criteria} set={set} />
    <Dropdown
      label={m.lists_kind()}
      description={m.lists_kind_help()}
      value={criteria.kind}
      onChange={(kind) => set({ kind })}
      data={keysOf(kindWords).map((value) => ({ value, label: kindWords[value]() }))}
    />
  </Card>
)

/** When we last spoke with them, or visited. */
export const EarlierContact = ({ criteria, set }: Part) => (
  <Card title={m.lists_earlier()}>
    <div className="lists-pair">
      <Dropdown
        label={m.lists_contact()}
        value={criteria.contact}
        onChange={(contact) => {
          set({
            contact,
            contactSince:
              contact === 'not-since' ? (criteria.contactSince ?? `${new Date().getFullYear()}-01-01`) : null,
          })
        }}
        data={keysOf(contactWords).map((value) => ({ value, label: contactWords[value]() }))}
      />
      {criteria.contact === 'not-since' && (
        <DateField
          label={m.lists_contact_date()}
          value={criteria.contactSince ?? ''}
          onChange={(contactSince) => contactSince && set({ contactSince })}
        />
      )}
      <DateField
        label={m.lists_visited_since()}
        description={m.lists_visited_since_help()}
        value={criteria.visitedSince ?? ''}
        onChange={(day) => set({ visitedSince: day || null })}
      />
      <Dropdown
        label={m.lists_wait_over()}
        value={criteria.waitOver}
        onChange={(waitOver) => set({ waitOver })}
        data={keysOf(waitWords).map((value) => ({ value, label: waitWords[value]() }))}
      />
    </div>
  </Card>
)

const HowMany = ({ criteria, set }: Part) => (
  <Card title={m.lists_how_many()}>
    <div className="lists-pair">
      <TextInput
        label={m.lists_limit()}
        description={m.lists_limit_help()}
        inputMode="numeric"
        value={text(criteria.limit)}
        onChange={(event) => set({ limit: digits(event.currentTarget.value.replace(/\D/g, '').slice(0, 5)) || null })}
      />
      <Checkbox
        label={m.lists_random()}
        description={m.lists_random_help()}
        checked={criteria.random}
        onChange={(event) => set({ random: event.currentTarget.checked })}
      />
      <Checkbox
        label={m.lists_with_number()}
        checked={criteria.withNumber}
        onChange={(event) => set({ withNumber: event.currentTarget.checked })}
      />
    </div>
  </Card>
)

type Draft = ReturnType<typeof useListDraft>
const Clash = ({ both, choose }: Pick<Draft, 'both' | 'choose'>) =>
  both && (
    <BothVersions
      theirs={<SaysDraft of={both.theirs} beside={both.mine} />}
      mine={<SaysDraft of={both.mine} beside={both.theirs} />}
      onTake={() => choose(false)}
      onKeep={() => choose(true)}
    />
  )

const useFreezing = () =>
  useAct(drawList, {
    says: (drawn) =>
      m.lists_frozen({
        count: number(
          drawn.counts
            .filter((one) => ['fits', 'chosen-at-random'].includes(one.reason))
            .reduce((sum, one) => sum + one.count, 0),
        ),
      }),
    undo:
      ({ id }) =>
      () =>
        call(undoDraw, { params: { id } }),
  })

/** The draft: criteria with a live count, and who would be out and why, before anything is frozen. */
export const CriteriaEditor = ({ list, up, actions, subtitle }: Props) => {
  const { form, change, save, saved, both, choose } = useListDraft(list)
  const draw = useFreezing()
  const freeze = async () => {
    if (await save()) await draw.run({ params: { id: list.id } })
  }
  const part: Part = {
    criteria: form.criteria,
    set: (some) => change({ criteria: { ...form.criteria, ...some } }),
  }
  const button = (
    <Button
      variant="filled"
      fullWidth
      aria-disabled={draw.running || both !== undefined || undefined}
      onClick={() => void freeze()}
    >
      {m.lists_freeze()}
    </Button>
  )
  return (
    <Page
      title={form.name || list.name}
      subtitle={subtitle}
      up={up}
      actions={actions}
      asideWidth={360}
      aside={<DrawCountCard criteria={form.criteria} listId={list.id} action={button} />}
    >
      <div className="lists-stack">
        <Clash both={both} choose={choose} />
        <Card title={m.lists_about()} right={saved ? m.lists_saved() : m.lists_saving()}>
          <div className="lists-stack">
            <TextInput
              label={m.lists_name()}
              value={form.name}
              maxLength={120}
              error={form.name.trim() === '' ? m.lists_name_missing() : undefined}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Textarea
              label={m.lists_goal()}
              description={m.lists_goal_help()}
              value={form.goal}
              maxLength={400}
              onChange={(event) => change({ goal: event.currentTarget.value })}
            />
          </div>
        </Card>
        <WhichCompanies {...part} />
        <EarlierContact {...part} />
        <HowMany {...part} />
      </div>
    </Page>
  )
}
