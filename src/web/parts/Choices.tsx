import { Input, SegmentedControl } from '@mantine/core'
import { useContext, useId } from 'react'
import { DialogAround } from '#web/data/keys.ts'
import './Choices.css'

type Props<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of a few, side by side; the chosen one lies on top. In a dialog it is a question among others, and stands above its answers; elsewhere it is heard alone. */
export const Choices = <Value extends string>({ label, options, ...rest }: Props<Value>) => {
  const id = useId()
  const asks = useContext(DialogAround) !== undefined
  const choices = (
    <SegmentedControl
      withItemsBorders={false}
      {...rest}
      {...(asks ? { 'aria-labelledby': id } : { 'aria-label': label })}
      data={[...options]}
      className="tov-choices"
    />
  )
  if (!asks) return choices
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }}>
      {choices}
    </Input.Wrapper>
  )
}
