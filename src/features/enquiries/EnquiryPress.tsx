import { useState } from 'react'
import * as m from '#texts'
import { useKeys } from '#web/data/keys.ts'
import { useMay } from '#web/frame/me.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { GuidanceForm } from '../guidance/GuidanceForm.tsx'
import { registerEnquiry } from './enquiries.schema.ts'
import { EnquiryForm } from './EnquiryForm.tsx'
import './enquiries.css'

type Who = 'company' | 'citizen' | 'worker'

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
        {who === 'company' ? <EnquiryForm onDone={onClose} /> : <GuidanceForm who={who} onDone={onClose} />}
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
