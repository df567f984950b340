import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import * as m from '#texts'

/** A password, with a button that shows it: for the keyboard too. */
export const PasswordField = (props: PasswordInputProps) => (
  <PasswordInput visibilityToggleButtonProps={{ 'aria-label': m.sign_in_password_show(), tabIndex: 0 }} {...props} />
)
