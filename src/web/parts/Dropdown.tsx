import { NativeSelect, type NativeSelectProps } from '@mantine/core'

type Props<Value extends string> = Omit<NativeSelectProps, 'data' | 'value' | 'onChange'> & {
  data: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** The browser's own list to choose from, for words that are known: what is chosen is one of them, not just a text. */
export const Dropdown = <Value extends string>({ data, onChange, ...rest }: Props<Value>) => (
  <NativeSelect
    {...rest}
    data={[...data]}
    onChange={(event) => {
      const chosen = data.find(({ value }) => value === event.currentTarget.value)
      if (chosen) onChange(chosen.value)
    }}
  />
)
