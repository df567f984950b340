import { expect, test } from 'vitest'
import { vouchedOf } from './vouched.ts'

const found = (said: string, address = 'bjarne@3f-skive.example') =>
  vouchedOf(
    { sender: { address, name: '' }, headers: [['authentication-results', `mx.ours.example; ${said}`]] },
    'mx.ours.example',
  )

test.each([
  'spf=pass smtp.mailfrom="a; dmarc=pass header.from=3f-skive.example "@evil.example',
  'spf=pass smtp.mailfrom="a smtp.mailfrom=3f-skive.example x"@evil.example',
  'spf=pass smtp.mailfrom="a\\" ; dmarc=pass header.from=3f-skive.example"@evil.example',
  'spf=pass (a (b) ; dmarc=pass header.from=3f-skive.example) smtp.mailfrom=x@evil.example',
  'spf=pass smtp.mailfrom=example',
  'spf=pass smtp.helo=smtp.mailfrom=3f-skive.example smtp.mailfrom=x@evil.example',
])('what a sender writes into what our server found vouches for nobody: %s', (said) => {
  expect(found(said)).toBe('unsaid')
})

test.each([
  'dmarc=pass (p=none) header.from=3f-skive.example',
  'spf=none; dkim=pass header.d=3f-skive.example',
  'spf=pass smtp.mailfrom="bjarne o"@3f-skive.example',
  'spf=pass smtp.mailfrom=b@mail.3f-skive.example',
])('our server has seen where it comes from: %s', (said) => {
  expect(found(said)).toBe('passed')
})

test.each([
  ['altered on its way', 'spf=none; dkim=fail header.d=3f-skive.example'],
  ['a typing error in their settings', 'spf=permerror smtp.mailfrom=b@3f-skive.example'],
  ['a domain of bounces that is not the sender’s', 'spf=fail smtp.mailfrom=x@bounces.example'],
  ['passed on by somebody', 'spf=softfail smtp.mailfrom=b@3f-skive.example; dmarc=none'],
  ['passed on, and nothing is asked for', 'spf=fail smtp.mailfrom=b@3f-skive.example; dmarc=none'],
])('of an honest sender it is not said that he is another: %s', (_, said) => {
  expect(found(said)).toBe('unsaid')
})

test.each(['dmarc=fail header.from=3f-skive.example', 'spf=fail smtp.mailfrom=b@3f-skive.example; dkim=none'])(
  'he is not who he says: %s',
  (said) => {
    expect(found(said)).toBe('failed')
  },
)
