import { Button, type ButtonProps } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useState } from 'react'
import * as m from '#texts'
import type { Endpoint, InputOf } from '#platform/endpoint'
import { type ActOptions, useAct } from '#web/data/act.ts'
import type { InputArg } from '#web/data/address.ts'
import { BothVersions } from './BothVersions.tsx'
import { saysNearMoment } from './dates.ts'
import { toFirstError } from './first-error.ts'
import { type Over, useClash } from './form-clash.ts'
import { useFormDraft } from './form-draft.ts'
import { checkBody, fieldErrors, tidy } from './form-values.ts'
import './Form.css'

type BodyOf<E> = InputOf<E> extends { body: infer Body } ? Body : never
/** Fields hold what people type: text for numbers too; the contract's schema decides what becomes of it. */
export type Values<E> = { [Key in keyof BodyOf<E>]: BodyOf<E>[Key] | string | null }

type Options<E> = Omit<ActOptions<E>, 'onProblem'> & {
  initial: Values<E> & object
  /** Parameters and query that go with the body. */
  with?: Omit<InputOf<E>, 'body'>
  /** Keeps what is typed under this name until it is sent, and offers it back: 'visit-report-12'. */
  draft?: string
  /** Empty again after sending, ready for the next one. */
  again?: boolean
  /** Others change it too: nothing of theirs is overwritten, and where both changed the same both are shown. */
  over?: Over
  onProblem?: ActOptions<E>['onProblem']
}

/**
 * A form on an endpoint's body: rules and messages come from the contract's schema, bad fields that the server points at
 * are marked, what is typed survives a closed tab. `field('name')` gives an input its props; `<ContractForm of={form}>` sends.
 */
export const useContractForm = <E extends Endpoint>(endpoint: E, options: Options<E>) => {
  const { initial, again = false } = options
  const [general, setGeneral] = useState('')
  const form = useForm<Record<string, unknown>>({
    initialValues: initial as Record<string, unknown>,
    validate: (values) => checkBody(endpoint, values),
    validateInputOnBlur: false,
    clearInputErrorOnChange: true,
  })
  const draft = useFormDraft(options.draft, form)
  const clash = useClash(options.over, form)
  const act = useAct(endpoint, {
    ...options,
    onDone: async (answer, input) => {
      draft.done(again)
      if (again) form.reset()
      await options.onDone?.(answer, input)
    },
    onProblem: (problem, input) => {
      if (clash.met(problem)) return true
      const { fields, rest } = fieldErrors(problem, Object.keys(initial))
      form.setErrors(fields)
      setGeneral(rest)
      return options.onProblem?.(problem, input) === true || Object.keys(fields).length > 0 || rest !== ''
    },
  })
  const send = form.onSubmit(
    async (typed, event) => {
      if (act.running) return
      setGeneral('')
      const answer = await act.run({
        ...options.with,
        body: { ...tidy(endpoint, typed), ...clash.seen() },
      } as unknown as InputArg<E>)
      if (answer === undefined) toFirstError(event?.target)
    },
    (_errors, _values, event) => toFirstError(event?.target),
  )
  return {
    values: form.values as Values<E>,
    set: (name: keyof BodyOf<E> & string, value: unknown) => form.setFieldValue(name, value as never),
    /** Props of an input: value, onChange, error. `kind: 'checkbox'` for checkboxes and switches. */
    field: (
      name: (keyof BodyOf<E> & string) | `${keyof BodyOf<E> & string}.${string}`,
      kind: 'input' | 'checkbox' = 'input',
    ) => form.getInputProps(name, { type: kind }),
    send: (event?: React.FormEvent<HTMLFormElement>) => {
      send(event)
    },
    empty: form.reset,
    running: act.running,
    problem: general,
    draft,
    both: clash.both,
  }
}

type Formed = Pick<ReturnType<typeof useContractForm>, 'send' | 'running' | 'problem' | 'draft' | 'both'>

/** The form itself: offers a found draft, says what concerns no single field. Put a SendButton inside. */
export const ContractForm = ({ of: form, children, label }: { of: Formed; children: ReactNode; label?: string }) => (
  <form className="tov-form" noValidate onSubmit={form.send} aria-label={label} aria-busy={form.running || undefined}>
    {form.draft.found && (
      <div className="tov-form-draft" role="status">
        <span>{m.web_draft_found({ when: saysNearMoment(form.draft.found.at) })}</span>
        <button type="button" className="tov-text-button" onClick={form.draft.use}>
          {m.web_draft_use()}
        </button>
        <button type="button" className="tov-text-button" onClick={form.draft.drop}>
          {m.web_draft_drop()}
        </button>
      </div>
    )}
    {form.both && (
      <BothVersions
        theirs={form.both.theirs}
        mine={form.both.mine}
        onTake={form.both.take}
        onKeep={() => {
          form.both?.keep()
          form.send()
        }}
      />
    )}
    {children}
    {form.problem && (
      <p className="tov-form-problem" role="alert">
        {form.problem}
      </p>
    )}
  </form>
)

/** The form's filled button. While it is being sent it keeps its place and its focus. */
export const SendButton = ({
  of: form,
  children,
  ...rest
}: { of: Pick<Formed, 'running'>; children: ReactNode } & ButtonProps) => (
  <Button type="submit" variant="filled" {...rest} aria-disabled={form.running || undefined}>
    {children}
  </Button>
)
