import { TextInput } from '@mantine/core'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { useAnswer } from '#web/data/answers.ts'
import { useMe, useMay } from '#web/frame/me.ts'
import { DateField } from '#web/parts/DateField.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { FilterBar, PickMany } from '#web/parts/Filters.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { startCampaign } from '../campaigns/campaigns.schema.ts'
import { listSchools } from '../centre/schools.schema.ts'
import { divisionName, industryDivisions } from '../official-codes/industry-divisions.table.ts'
import { municipalities } from '../official-codes/municipalities.table.ts'
import { announceCampaign } from './announced-campaigns.schema.ts'

/** Whose it is: a leader speaks for the own school, who runs the centre for any, and for partners. */
const useWhose = () => {
  const me = useMe()
  const runs = useMay()(startCampaign)
  const { data } = useAnswer(listSchools)
  const schools = (data?.rows ?? []).filter(({ id }) => runs || id === me.school?.id)
  return {
    own: runs ? null : (me.school?.id ?? null),
    choices: [
      ...schools.map(({ id, name }) => ({ value: String(id), label: name })),
      ...(runs ? [{ value: '', label: m.announced_campaigns_of_others() }] : []),
    ],
  }
}
const byName = new Intl.Collator('da')
const areas = municipalities
  .map(({ code, name }) => ({ value: String(code), label: name }))
  .toSorted((a, b) => byName.compare(a.label, b.label))

type Form = ReturnType<typeof useContractForm<typeof announceCampaign>>
/** Which companies it goes to; nothing chosen: all of them. */
const Reaches = ({ form }: { form: Form }) => {
  const chosen = (name: 'municipalities' | 'industries') => {
    const value = form.values[name]
    return Array.isArray(value) ? value.map(String) : []
  }
  return (
    <FilterBar>
      <PickMany
        label={m.announced_campaigns_municipalities()}
        options={areas}
        value={chosen('municipalities')}
        onChange={(codes) => form.set('municipalities', codes.map(Number))}
      />
      <PickMany
        label={m.announced_campaigns_industries()}
        options={Object.keys(industryDivisions).map((code) => ({
          value: code,
          label: `${code} ${divisionName(code, getLocale()) ?? ''}`,
        }))}
        value={chosen('industries')}
        onChange={(codes) => form.set('industries', codes)}
      />
    </FilterBar>
  )
}

/** What a school or a partner runs of its own; what it collides with is told at once. */
export const AnnounceDialog = ({ onClose }: { onClose: () => void }) => {
  const { own, choices } = useWhose()
  const form = useContractForm(announceCampaign, {
    initial: { name: '', schoolId: own, whose: '', fromOn: '', toOn: '', municipalities: [], industries: [] },
    says: ({ collides }) =>
      collides.length > 0
        ? m.announced_campaigns_said_collides({ names: collides.join(', ') })
        : m.announced_campaigns_said(),
    onDone: onClose,
  })
  return (
    <Dialog title={m.announced_campaigns_new()} onClose={onClose}>
      <ContractForm of={form}>
        <p className="tov-dim">{m.announced_campaigns_text()}</p>
        <TextInput
          label={m.announced_campaigns_name()}
          placeholder={m.announced_campaigns_name_example()}
          maxLength={120}
          data-autofocus
          {...form.field('name')}
        />
        <Dropdown
          label={m.announced_campaigns_school()}
          data={choices}
          value={String(form.values.schoolId ?? '')}
          onChange={(id) => form.set('schoolId', id === '' ? null : Number(id))}
        />
        {form.values.schoolId === null && (
          <TextInput label={m.announced_campaigns_whose()} maxLength={120} {...form.field('whose')} />
        )}
        <div className="lists-pair">
          <DateField label={m.announced_campaigns_from()} {...form.field('fromOn')} />
          <DateField label={m.announced_campaigns_to()} {...form.field('toOn')} />
        </div>
        <Reaches form={form} />
        <p className="tov-dim tov-small">{m.announced_campaigns_everyone()}</p>
        <div className="tov-dialog-foot">
          <SendButton of={form}>{m.announced_campaigns_save()}</SendButton>
        </div>
      </ContractForm>
    </Dialog>
  )
}
