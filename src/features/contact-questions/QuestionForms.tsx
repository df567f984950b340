import { Button, Textarea } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import * as m from '#texts'
import type { RowOf } from '#web/data/answers.ts'
import { Choices } from '#web/parts/Choices.tsx'
import { ContractForm, SendButton, useContractForm } from '#web/parts/Form.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { useOpened } from '#web/parts/opened.ts'
import { answerContactQuestion, askContact, type listContactQuestions } from './contact-questions.schema.ts'

type Ask = { companyId: number; who: { name: string; phone: string | null } | null; onDone: () => void }
/** What for, and what about: whoever has the company reads it, and answers. */
export const AskForm = ({ companyId, who, onDone }: Ask) => {
  const [about, setAbout] = useState<'phone' | 'visit'>('phone')
  const form = useContractForm(askContact, {
    initial: { companyId, about: 'phone', words: '' },
    says: ({ to }) => m.contact_questions_said_asked({ who: to?.name ?? m.contact_questions_the_coordinator() }),
    onDone,
  })
  return (
    <ContractForm of={form}>
      <Choices
        label={m.contact_questions_about()}
        value={about}
        options={[
          { value: 'phone', label: m.contact_questions_about_phone() },
          { value: 'visit', label: m.contact_questions_about_visit() },
        ]}
        onChange={(value) => {
          setAbout(value)
          form.set('about', value)
        }}
      />
      <Textarea label={m.contact_questions_words()} autosize minRows={2} maxLength={500} {...form.field('words')} />
      <div className="contact-questions-foot">
        <SendButton of={form}>{m.contact_questions_send()}</SendButton>
        {who?.phone && (
          <span>
            {m.contact_questions_hurry({ who: who.name })}{' '}
            <a className="tov-link" href={`tel:${who.phone}`}>
              <IconPhone size={15} stroke={1.7} aria-hidden /> {inPairs(who.phone)}
            </a>
          </span>
        )}
      </div>
    </ContractForm>
  )
}

export const DoubtForm = ({ companyId, onDone }: { companyId: number; onDone: () => void }) => {
  const form = useContractForm(askContact, {
    initial: { companyId, about: 'doubt', words: '' },
    says: () => m.contact_questions_said_doubted(),
    onDone,
  })
  return (
    <ContractForm of={form}>
      <Textarea
        label={m.contact_questions_doubt_words()}
        description={m.contact_questions_doubt_hint()}
        autosize
        minRows={2}
        maxLength={500}
        {...form.field('words')}
      />
      <SendButton of={form} variant="default">
        {m.contact_questions_doubt_send()}
      </SendButton>
    </ContractForm>
  )
}

type Question = RowOf<typeof listContactQuestions>
type Answer = { question: Question; answer: 'yes' | 'no'; onStop: () => void }
/** A yes may have a word with it; a no, and what becomes of a doubt, has one. */
export const AnswerForm = ({ question, answer, onStop }: Answer) => {
  const who = question.asker.name
  const isDoubt = question.about === 'doubt'
  const form = useContractForm(answerContactQuestion, {
    initial: { answer, why: '' },
    with: { params: { id: question.id } },
    says: () =>
      isDoubt
        ? m.contact_questions_said_settled({ who })
        : answer === 'yes'
          ? m.contact_questions_said_yes({ who })
          : m.contact_questions_said_no({ who }),
    onDone: onStop,
  })
  const label = isDoubt
    ? m.contact_questions_why_settled({ who })
    : answer === 'yes'
      ? m.contact_questions_why_yes()
      : m.contact_questions_why()
  const send = isDoubt
    ? m.contact_questions_answer_settled()
    : answer === 'yes'
      ? m.contact_questions_answer_yes()
      : m.contact_questions_answer_no()
  return (
    <div {...useOpened(onStop)}>
      <ContractForm of={form}>
        <Textarea label={label} autosize minRows={2} maxLength={500} {...form.field('why')} />
        <div className="contact-questions-foot">
          <SendButton of={form}>{send}</SendButton>
          <Button variant="subtle" onClick={onStop}>
            {m.web_close()}
          </Button>
        </div>
      </ContractForm>
    </div>
  )
}
