import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import * as m from '#texts'

/** A password, with a button that shows it: for the keyboard too. A wrong one is marked for who listens, and finds the focus. */
export const PasswordField = (props: PasswordInputProps) => (
  <PasswordInput
    visibilityToggleButtonProps={{ 'aria-label': m.sign_in_password_show(), tabIndex: 0 }}
    aria-invalid={props.error ? true : undefined}
    {...props}
  />
)
