import { Button, Textarea, UnstyledButton } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import * as m from '#texts'
import { BothVersions } from '#web/parts/BothVersions.tsx'
import { profileFields, stepCodes, steps } from './fields.table.ts'
import { type Own, type Said, useOwnStep } from './use-own-step.tsx'

/** How long one rests between two letters before they are saved. */
const pause = 1200

const inWords = ({ step, words }: Said) =>
  [step ? steps[step]() : m.competence_profiles_unmarked(), words].filter(Boolean).join('\n')

type WordsProps = {
  label: string
  said: Said
  type: (words: string) => void
  save: (next: Said, before?: Said) => unknown
}
/** A few words to oneself: a line that opens when it is wanted. */
const OwnWords = ({ label, said, type, save }: WordsProps) => {
  const [open, setOpen] = useState(false)
  const before = useRef(said)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (open) field.current?.focus()
  }, [open])
  if (!open && said.words === '')
    return (
      <button type="button" className="tov-link tov-small" onClick={() => setOpen(true)}>
        {m.competence_profiles_write()}
        <span className="tov-only-read">: {label}</span>
      </button>
    )
  return (
    <Textarea
      className="competence-profiles-words"
      aria-label={m.competence_profiles_words_of({ field: label })}
      autosize
      minRows={1}
      maxLength={1000}
      ref={field}
      value={said.words}
      onFocus={() => {
        before.current = said
      }}
      onChange={({ currentTarget: { value } }) => {
        type(value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => void save({ ...said, words: value }), pause)
      }}
      onBlur={() => {
        clearTimeout(timer.current)
        setOpen(false)
        if (said.words !== before.current.words) save(said, { ...said, words: before.current.words })
      }}
    />
  )
}

/** One of the five: the question, five steps in words, and words to oneself. */
export const StepField = ({ stands }: { stands: Own }) => {
  const id = useId()
  const { name, says } = profileFields[stands.field]
  const { said, theirs, unsafe, save, type, take, keep } = useOwnStep(stands)
  return (
    <li className="competence-profiles-field">
      <div>
        <h3 id={id}>{name()}</h3>
        <p className="tov-dim tov-small">{says()}</p>
      </div>
      <div>
        <div className="competence-profiles-steps" role="group" aria-labelledby={id}>
          {stepCodes.map((step) => (
            <UnstyledButton
              key={step}
              className="competence-profiles-step"
              aria-pressed={said.step === step}
              onClick={() => void save({ ...said, step: said.step === step ? null : step }, said)}
            >
              {steps[step]()}
            </UnstyledButton>
          ))}
        </div>
        <OwnWords label={name()} said={said} type={type} save={save} />
        {unsafe && (
          <p role="alert">
            {m.competence_profiles_unsafe()}{' '}
            <Button size="compact-sm" onClick={() => void save(said)}>
              {m.web_try_again()}
            </Button>
          </p>
        )}
        {theirs && (
          <BothVersions
            theirs={inWords(theirs)}
            mine={inWords(said)}
            onTake={() => take(theirs)}
            onKeep={() => keep(theirs)}
          />
        )}
      </div>
    </li>
  )
}
