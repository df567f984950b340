import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { Card } from '#web/parts/Card.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { Page } from '#web/parts/Page.tsx'
import { councilName } from '#web/frame/role-names.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { changeRules, isShorter, leastMonths, showRules } from './centre.schema.ts'
import './centre.css'

type Rules = AnswerOf<typeof showRules>

const numbers = [
  { name: 'laterMonths', label: m.centre_rules_later, unit: m.centre_rules_months, group: 'wait' },
  { name: 'notInterestedMonths', label: m.centre_rules_not_interested, unit: m.centre_rules_months, group: 'wait' },
  { name: 'strikeMonths', label: m.centre_rules_strike, unit: m.centre_rules_months, group: 'hearing' },
  { name: 'noAnswerHours', label: m.centre_rules_hours, unit: m.centre_rules_unit_hours, group: 'call' },
  { name: 'noAnswerTries', label: m.centre_rules_tries, unit: m.centre_rules_unit_tries, group: 'call' },
  { name: 'noAnswerRestDays', label: m.centre_rules_rest, unit: m.centre_rules_unit_days, group: 'call' },
  {
    name: 'activeCaseMonths',
    label: m.centre_rules_active_case,
    unit: m.centre_rules_months,
    group: 'visit',
  },
  { name: 'companyPlaces', label: m.centre_rules_company_places, unit: m.centre_rules_unit_places, group: 'draw' },
  { name: 'sharedPlaces', label: m.centre_rules_shared_places, unit: m.centre_rules_unit_places, group: 'draw' },
  {
    name: 'handedInQuarter',
    label: m.centre_rules_handed_in,
    unit: m.centre_rules_unit_companies,
    group: 'handed-in',
  },
  { name: 'contactMonths', label: m.centre_rules_contact, unit: m.centre_rules_months, group: 'company' },
  { name: 'openDays', label: m.centre_rules_open, unit: m.centre_rules_unit_days, group: 'company' },
  {
    name: 'referralDays',
    label: m.centre_rules_referral,
    unit: m.centre_rules_unit_workdays,
    group: 'company',
  },
  { name: 'linkDays', label: m.centre_rules_link, unit: m.centre_rules_unit_days, group: 'company' },
  { name: 'visitMinutes', label: m.centre_rules_visit, unit: m.centre_rules_unit_minutes, group: 'visit' },
  { name: 'bufferMinutes', label: m.centre_rules_buffer, unit: m.centre_rules_unit_minutes, group: 'visit' },
] as const

/** As they are typed: what is no number yet is no short wait. */
const asNumbers = (typed: { laterMonths: unknown; notInterestedMonths: unknown }) => ({
  laterMonths: Number(typed.laterMonths) || leastMonths.laterMonths,
  notInterestedMonths: Number(typed.notInterestedMonths) || leastMonths.notInterestedMonths,
})

type Form = ReturnType<typeof useContractForm<typeof changeRules>>
/** Asked for as soon as a shorter wait is typed; as long as it stands it is read here. */
const ShorterWhy = ({ form, stood }: { form: Form; stood: boolean }) =>
  (isShorter(asNumbers(form.values)) || stood) && (
    <Textarea
      className="centre-shorter"
      label={m.centre_rules_shorter_why({ who: councilName() ?? m.centre_rules_schools_decide() })}
      description={m.centre_rules_shorter_why_text(leastMonths)}
      autosize
      minRows={2}
      maxLength={500}
      {...form.field('shorterWhy')}
      value={form.values.shorterWhy ?? ''}
    />
  )

const AskByMail = ({ form }: { form: Form }) => (
  <Card title={m.centre_rules_report()}>
    <Checkbox
      label={m.centre_rules_ask_by_mail()}
      description={m.centre_rules_ask_by_mail_text()}
      {...form.field('askByMail', 'checkbox')}
    />
  </Card>
)

/** Numbers that speak for themselves, or by a sentence. */
const plain = [
  { title: m.centre_rules_handed_in_title, group: 'handed-in', text: m.centre_rules_handed_in_text },
  { title: m.centre_rules_visits, group: 'visit' },
  { title: m.centre_rules_company_title, group: 'company' },
] as const satisfies readonly { title: () => string; group: string; text?: () => string }[]
const plainCards = (fields: (group: string) => ReactNode) =>
  plain.map(({ title, group, ...more }) => (
    <Card key={group} title={title()}>
      {'text' in more && <p className="centre-lead">{more.text()}</p>}
      <div className="tov-form-row">{fields(group)}</div>
    </Card>
  ))

const RulesForm = ({ rules }: { rules: Rules }) => {
  const form = useContractForm(changeRules, {
    initial: rules,
    says: () => m.centre_rules_saved(),
    undo: () => () => call(changeRules, { body: rules }),
  })
  const fields = (group: string) =>
    numbers
      .filter((one) => one.group === group)
      .map((one) => (
        <TextInput
          key={one.name}
          className="centre-rule"
          inputMode="numeric"
          label={one.label()}
          rightSection={one.unit()}
          rightSectionWidth={88}
          {...form.field(one.name)}
        />
      ))
  return (
    <ContractForm of={form} label={m.web_nav_rules()}>
      <Card title={m.centre_rules_waits()}>
        <p className="centre-lead">{m.centre_rules_waits_text()}</p>
        <div className="tov-form-row">{fields('wait')}</div>
        <ShorterWhy form={form} stood={rules.shorterWhy !== null} />
      </Card>
      <Card title={m.centre_rules_draw()}>
        <p className="centre-lead">{m.centre_rules_draw_text()}</p>
        <div className="tov-form-row">{fields('draw')}</div>
      </Card>
      <Card title={m.centre_rules_hearing()}>
        <Radio.Group label={m.centre_rules_silence()} {...form.field('silence')}>
          <div className="centre-radios">
            <Radio value="goes-on" label={m.centre_rules_goes_on()} description={m.centre_rules_goes_on_text()} />
            <Radio
              value="waits"
              label={m.centre_rules_silence_waits()}
              description={m.centre_rules_silence_waits_text()}
            />
          </div>
        </Radio.Group>
        <div className="tov-form-row">{fields('hearing')}</div>
      </Card>
      <Card title={m.centre_rules_calls()}>
        <p className="centre-lead">{m.centre_rules_calls_text()}</p>
        <div className="tov-form-row">{fields('call')}</div>
      </Card>
      {plainCards(fields)}
      <AskByMail form={form} />
      <div className="tov-form-sticky">
        <SendButton of={form} size="md">
          {m.centre_rules_save()}
        </SendButton>
      </div>
    </ContractForm>
  )
}

/** The rules the centre has chosen; they apply from now on, what has been answered keeps its dates. */
export default function RulesPage() {
  const { data, error, dataUpdatedAt } = useAnswer(showRules)
  return (
    <Page title={m.web_nav_rules()} subtitle={m.centre_rules_subtitle()}>
      {error && !data && <p role="alert">{sentenceOf(error, m.web_failed())}</p>}
      <div className="centre-text-width">
        {data && <RulesForm key={dataUpdatedAt === 0 ? 0 : JSON.stringify(data)} rules={data} />}
      </div>
    </Page>
  )
}
