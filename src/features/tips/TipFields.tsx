import { Checkbox, Radio, TextInput } from '@mantine/core'
import * as m from '#texts'
import { DateField } from '#web/parts/DateField.tsx'
import { today } from '#web/parts/dates.ts'
import './tips.css'

/** What is asked of a tip wherever one is written: by who gives it, or by who makes one of a mail. */
type Written = { mayName: boolean; asked: boolean; askedBy: string; askedOn: string | null }
export const asWrittenAtFirst: Written = { mayName: false, asked: false, askedBy: '', askedOn: null }
type Part = { written: Written; write: (change: Partial<Written>) => void }

/** As it is sent: who asked, and when, only where it is said that somebody did. */
export const tipOf = <Whole extends Written>({ asked, askedBy, askedOn, ...rest }: Whole) => ({
  ...rest,
  ...(asked ? { askedBy, askedOn } : { askedBy: '', askedOn: null }),
})

/** `hint`: what to go by, for who answers in another's place. */
export const MayName = ({ written, write, hint }: Part & { hint?: string }) => (
  <Radio.Group
    label={m.tips_form_may_name()}
    description={hint}
    value={written.mayName ? 'yes' : 'no'}
    onChange={(value) => write({ mayName: value === 'yes' })}
  >
    <div className="tips-radios">
      <Radio value="no" label={m.tips_form_no()} description={m.tips_form_no_hint()} />
      <Radio value="yes" label={m.tips_form_yes()} />
    </div>
  </Radio.Group>
)

/** Such a company may be called though it is left in peace: it is asked who asked, and when. */
export const Asked = ({ written, write }: Part) => (
  <>
    <Checkbox
      label={m.tips_form_asked()}
      checked={written.asked}
      onChange={(event) => write({ asked: event.currentTarget.checked })}
    />
    {written.asked && (
      <div className="tips-asked">
        <TextInput
          label={m.tips_form_asked_by()}
          maxLength={120}
          value={written.askedBy}
          onChange={(event) => write({ askedBy: event.currentTarget.value })}
        />
        <DateField
          label={m.tips_form_asked_on()}
          required
          max={today()}
          value={written.askedOn ?? ''}
          onChange={(askedOn) => write({ askedOn: askedOn || null })}
        />
      </div>
    )}
  </>
)
