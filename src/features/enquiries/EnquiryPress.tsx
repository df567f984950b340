import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useKeys } from '#web/data/keys.ts'
import { useMay } from '#web/frame/me.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { registerEnquiry, showToGuidance } from './enquiries.schema.ts'
import { EnquiryForm } from './EnquiryForm.tsx'
import { wayWords, ways } from './enquiry-words.table.ts'
import './enquiries.css'

type Who = 'company' | 'citizen' | 'worker'
type Way = (typeof ways)[number]

/** Nobody's name: shown to guidance, and counted. */
const Guidance = ({ who, onDone }: { who: 'citizen' | 'worker'; onDone: () => void }) => {
  const [way, setWay] = useState<Way>('phone')
  const count = useAct(showToGuidance, { says: () => m.enquiries_said_guidance(), onDone })
  return (
    <div className="enquiries-guidance">
      <p>{who === 'citizen' ? m.enquiries_guidance_citizen() : m.enquiries_guidance_worker()}</p>
      <Choices
        label={m.enquiries_way()}
        value={way}
        options={ways.map((value) => ({ value, label: wayWords[value]() }))}
        onChange={setWay}
      />
      <div className="tov-form-foot">
        <Button variant="filled" onClick={() => void count.run({ body: { who, way } })}>
          {m.enquiries_guidance_yes()}
        </Button>
      </div>
    </div>
  )
}

const Asking = ({ onClose }: { onClose: () => void }) => {
  const [who, setWho] = useState<Who>('company')
  return (
    <Dialog title={m.enquiries_title_new()} wide onClose={onClose}>
      <div className="enquiries-new">
        <Choices
          label={m.enquiries_who()}
          value={who}
          options={[
            { value: 'company', label: m.enquiries_who_company() },
            { value: 'citizen', label: m.enquiries_who_citizen() },
            { value: 'worker', label: m.enquiries_who_worker() },
          ]}
          onChange={setWho}
        />
        {who === 'company' ? <EnquiryForm onDone={onClose} /> : <Guidance who={who} onDone={onClose} />}
      </div>
    </Dialog>
  )
}

/** One press from every page: the press itself, null for who may not, and the dialog that it opens. */
export const useEnquiry = () => {
  const may = useMay()(registerEnquiry)
  const [open, setOpen] = useState(false)
  const press = () => setOpen(true)
  useKeys([{ key: 'e', says: m.enquiries_title_new(), run: press }], may)
  return { press: may ? press : null, dialog: open && <Asking onClose={() => setOpen(false)} /> }
}
