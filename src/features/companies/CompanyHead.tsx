import { useNavigate } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { IconCalendarPlus, IconFilePlus, IconPhone, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import { BookDialog } from '../bookings/BookDialog.tsx'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { takeOwnCall } from '../calls/calls.schema.ts'
import { useHandInFromCard } from '../hand-in/HandInFromCard.tsx'
import { addHandInLines } from '../hand-in/hand-in.schema.ts'
import { answerId } from '../may-contact/MayWeCall.tsx'
import { judgeContact } from '../may-contact/hindrance.schema.ts'
import { useQuestions } from '../contact-questions/ContactQuestions.tsx'
import { NoteDialog } from '../notes/NoteDialog.tsx'
import { writeNote } from '../notes/notes.schema.ts'
import { useAct } from '#web/data/act.ts'
import { touch } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { sayProblem } from '#web/data/notices.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { useKeys } from '#web/data/keys.ts'
import { useMay } from '#web/frame/me.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { today } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import type { Card } from './CompanyWords.tsx'

/** The answer is read out where it stands: it says why not, and what can be done. */
const toAnswer = () => {
  void touch('/api/companies')
  const answer = document.getElementById(answerId)
  answer?.scrollIntoView({ block: 'center' })
  answer?.focus({ preventScroll: true })
}

/** The engine is asked when it is pressed, never by greying: what stood on the card may be old. */
const useBook = (company: Card) => {
  const [open, setOpen] = useState(false)
  const press = async () => {
    try {
      const query = { purpose: 'own', channel: 'visit' } as const
      const { may } = await call(judgeContact, { params: { companyId: company.id }, query })
      if (may) setOpen(true)
      else toAnswer()
    } catch (error) {
      sayProblem(sentenceOf(error, m.web_failed()))
    }
  }
  // Who runs the centre books for whoever has the company.
  const personId = company.judgement.because?.ask?.id
  return {
    press: () => void press(),
    dialog: open && (
      <BookDialog
        company={company}
        from={today()}
        onClose={() => setOpen(false)}
        {...(personId !== undefined && { personId })}
      />
    ),
  }
}

/** Takes the company under call, and goes to where it is talked; where that may not be, to the answer. */
const useRing = (companyId: number) => {
  const navigate = useNavigate()
  const [closed, setClosed] = useState('')
  const take = useAct(takeOwnCall, {
    onDone: () => navigate({ to: '/ring' }),
    onProblem: (problem) => {
      if (problem.code === 'outside-calling-hours') setClosed(sentenceOf(problem, ''))
      else if (problem.code === 'may-not-call' && problem.more['reason'] !== 'no-phone') toAnswer()
      else return false
      return true
    },
  })
  const run = (outsideHours = false) => {
    setClosed('')
    void take.run({ body: { companyId, ...(outsideHours && { outsideHours }) } })
  }
  return {
    press: () => run(),
    dialog: (
      <Ask
        open={closed !== ''}
        title={m.companies_ring_closed()}
        yes={m.companies_ring_anyway()}
        onYes={() => run(true)}
        onClose={() => setClosed('')}
      >
        <p>{closed}</p>
      </Ask>
    ),
  }
}

type Press = { key: string; says: string; icon: ReactNode; filled?: boolean; run: () => void }
/** What is done from here: a note, a meeting, a call. Always there: what may not be done leads to the answer. */
export const useHead = (company: Card): { buttons: ReactNode; dialogs: ReactNode } => {
  const may = useMay()
  const [noting, setNoting] = useState(false)
  const asked = useQuestions(company.id)
  const book = useBook(company)
  const ring = useRing(company.id)
  const handIn = useHandInFromCard(company.id)
  const { may: mayCall, inHand, opened } = company.judgement
  // The one thing to do, where they may be called, no report is due and no colleague waits for an answer.
  const free = mayCall && (inHand || opened || company.blocks.length === 0) && company.phone !== null
  const filled = free && company.reportFor === null && !asked.some(({ can }) => can.answer)
  const presses: (Press | false)[] = [
    may(writeNote) && {
      ...{ key: 'n', says: m.companies_press_note(), icon: <IconPlus size={18} aria-hidden /> },
      run: () => setNoting(true),
    },
    may(bookMeeting) && {
      ...{ key: 'b', says: m.companies_press_book(), icon: <IconCalendarPlus size={18} aria-hidden /> },
      run: book.press,
    },
    may(takeOwnCall) && {
      ...{ key: 'r', says: m.companies_press_ring(), icon: <IconPhone size={18} aria-hidden />, filled },
      run: ring.press,
    },
    may(addHandInLines) && {
      ...{ key: 'm', says: m.hand_in_from_card(), icon: <IconFilePlus size={18} aria-hidden /> },
      run: handIn,
    },
  ]
  const shown = presses.filter((one) => one !== false)
  useKeys(shown.map(({ key, says, run }) => ({ key, says, run })))
  return {
    buttons: shown.map(({ key, says, icon, filled: isFilled, run }) => (
      <Button key={key} variant={isFilled ? 'filled' : 'default'} leftSection={icon} onClick={run}>
        {says} <KeyCap>{key}</KeyCap>
      </Button>
    )),
    dialogs: (
      <>
        {noting && <NoteDialog companyId={company.id} onClose={() => setNoting(false)} />}
        {book.dialog}
        {ring.dialog}
      </>
    ),
  }
}
