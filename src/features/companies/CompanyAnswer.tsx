import * as m from '#texts'
import { AskForm, DoubtForm } from '../contact-questions/QuestionForms.tsx'
import { ContactQuestions, type Question, useQuestions } from '../contact-questions/ContactQuestions.tsx'
import { CalledThemselves } from '../enquiries/CompanyEnquiries.tsx'
import { type Act, MayWeCall } from '../may-contact/MayWeCall.tsx'
import type { CallReasonWord } from '../may-contact/hindrance.schema.ts'
import type { Card } from './CompanyWords.tsx'

const firstName = (name: string) => name.split(' ')[0] ?? name
const isMine = (about: (one: Question['about']) => boolean) => (one: Question) =>
  one.mine && one.state === 'open' && about(one.about)

/** What a colleague may say yes to, of whoever has it; nobody is asked twice. */
const askAct = ({ id, judgement }: Card, asked: readonly Question[]): Act[] => {
  const because = judgement.because
  if (because?.word !== 'running' && because?.word !== 'has-meeting') return []
  // A meeting of one's own: nobody to ask.
  if (because.word === 'has-meeting' && !because.ask) return []
  if (asked.some(isMine((about) => about !== 'doubt'))) return []
  const { ask } = because
  return [
    {
      does: 'ask',
      says: ask ? m.contact_questions_ask({ who: firstName(ask.name) }) : m.contact_questions_ask_centre(),
      // Whoever is asked himself answers first.
      filled: !asked.some(({ can }) => can.answer),
      key: 'a',
      form: (close) => <AskForm companyId={id} who={ask} onDone={close} />,
    },
  ]
}
const doubtAct = ({ id }: Card, asked: readonly Question[]): Act[] =>
  asked.some(isMine((about) => about === 'doubt'))
    ? []
    : [
        {
          does: 'doubt',
          says: m.contact_questions_doubt(),
          form: (close) => <DoubtForm companyId={id} onDone={close} />,
        },
      ]

const calledAct = (company: Card): Act => ({
  does: 'called',
  says: m.enquiries_called_themselves(),
  form: (close) => <CalledThemselves company={company} onDone={close} />,
})
const actsOf = (company: Card, asked: readonly Question[], block: { reason: CallReasonWord } | undefined): Act[] => {
  if (!block) return []
  const called = block.reason === 'closed' ? [] : [calledAct(company)]
  return [...askAct(company, asked), ...called, ...doubtAct(company, asked)]
}

/** "Må vi ringe?" with all that can be done about it: whoever has them is asked, they rang themselves, or the answer is not right. */
export const CompanyAnswer = ({ company }: { company: Card }) => {
  const asked = useQuestions(company.id)
  return (
    <MayWeCall company={company} acts={(block) => actsOf(company, asked, block)}>
      <ContactQuestions questions={asked} />
    </MayWeCall>
  )
}
