import * as m from '#texts'
import { AskForm, DoubtForm } from '../contact-questions/QuestionForms.tsx'
import { ContactQuestions, type Question, useQuestions } from '../contact-questions/ContactQuestions.tsx'
import { CalledThemselves } from '../enquiries/CompanyEnquiries.tsx'
import { type Act, MayWeCall } from '../may-contact/MayWeCall.tsx'
import { type Call, OverruleForm } from '../overruling/OverruleForm.tsx'
import { listCompanyCalls } from '../calls/calls.schema.ts'
import { useAnswer } from '#web/data/answers.ts'
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
/** What an answer that stands is to who asks whether they may be called. */
const blocks = ({ answer }: Call): CallReasonWord =>
  answer === 'closed' || answer === 'do-not-contact' ? answer : 'wait'
/** Where an answer on the phone is what stands against it, and may be overruled. */
const overruleAct = ({ sharedLeadership }: Card, calls: readonly Call[], { reason, untilOn }: Block): Act[] => {
  const said = calls.find((one) => one.stands && !one.corrected && one.until === untilOn && blocks(one) === reason)
  if (!said?.can.correct || !ofAnswers.includes(reason)) return []
  return [
    {
      does: 'overrule',
      says: m.overruling_act(),
      form: (close) => <OverruleForm of={said} apart={sharedLeadership} onDone={close} />,
    },
  ]
}
type Block = { reason: CallReasonWord; untilOn: string | null }
const ofAnswers: readonly CallReasonWord[] = ['wait', 'do-not-contact', 'closed']
type Around = { asked: readonly Question[]; calls: readonly Call[] }
const actsOf = (company: Card, { asked, calls }: Around, block: Block | undefined): Act[] => {
  if (!block) return []
  const called = block.reason === 'closed' ? [] : [calledAct(company)]
  return [...askAct(company, asked), ...called, ...overruleAct(company, calls, block), ...doubtAct(company, asked)]
}

/** "Må vi ringe?" with all that can be done about it: whoever has them is asked, they rang themselves, or the answer is not right. */
export const CompanyAnswer = ({ company }: { company: Card }) => {
  const asked = useQuestions(company.id)
  const { data } = useAnswer(listCompanyCalls, { params: { companyId: company.id } })
  const calls = data?.rows ?? []
  return (
    <MayWeCall company={company} acts={(block) => actsOf(company, { asked, calls }, block)}>
      <ContactQuestions questions={asked} />
    </MayWeCall>
  )
}
