import { SegmentedControl } from '@mantine/core'
import './Choices.css'

type Props<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of a few, side by side; the chosen one lies on top. */
export const Choices = <Value extends string>({ label, options, ...rest }: Props<Value>) => (
  <SegmentedControl withItemsBorders={false} {...rest} aria-label={label} data={[...options]} className="tov-choices" />
)
