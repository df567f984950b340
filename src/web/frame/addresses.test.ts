import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { parseSearch, stringifySearch } from '#web/data/search.ts'
import { addresses, isOpenPage } from './addresses.table.ts'

type At = keyof typeof addresses
const read = (at: At, text: string) => z.parse(addresses[at], parseSearch(text))
/** In and out again: what stands in the address after the page was opened. */
const again = (at: At, text: string) => stringifySearch(read(at, text))

test('addresses that people have kept stand as they were', () => {
  const kept: [At, string][] = [
    ['/', '?andre=ja'],
    ['/ring', '?liste=3&virksomhed=5'],
    ['/ring/oevelse', ''],
    ['/kapacitet', '?uge=2026-11-30&spurgt=4&liste=3'],
    ['/virksomheder', '?q=B%C3%A5d+%26+S%C3%B8n&municipality=101&size=0-9&call=now'],
    ['/virksomheder/$id', '?vis=rettelser'],
    ['/ledelse', '?vis=shared'],
    ['/import', '?nr=12&kolonner=ja'],
    ['/udtraek', '?state=in-hearing'],
    ['/udtraek/$id', '?show=sorted-out&q=25'],
    ['/kampagner', '?state=draft&vis=kalender&fra=2026-11-30'],
    ['/arrangementer', '?nr=4&vis=holdt&ny=tour&skole=2'],
    ['/udtraek/$id/manus', '?sprog=pol'],
    ['/callcentre', '?liste=7&sprog=pol'],
    ['/maal', '?nr=3'],
    ['/hoering/$id', '?tab=unknown&q=bager'],
    ['/kalender', '?dag=2026-11-30&hvem=alle&aftale=7'],
    ['/besoeg/$id/rapport', '?for=virksomhed'],
    ['/aftaler', '?hvis=all&vis=kept&aftale=4'],
    ['/henvendelser', '?hvis=mine&vis=ended&nr=4'],
    ['/henvisninger', '?hvis=all&vis=ended&nr=4'],
    ['/besoegsrapporter', '?text=svejs&industry=25&from=2026-09-01&gemt=4'],
    ['/arbejdsgrupper', '?vis=ended&for=4'],
    ['/aktoerer', '?nr=2&tip=5&vis=afsluttede'],
    ['/mails-om-besoeg', '?mail=9&vis=laeste'],
    ['/tip-i-mails', '?mail=9&vis=laeste'],
    ['/hold', '?provider=1&provider=2&when=8&state=short&hent=ja'],
    ['/opslag', '?q=svejs&besoeg=7'],
    ['/resultater', '?periode=2026-4'],
    ['/udbakke', '?mail=9'],
    ['/medlemmer', '?vis=skoler'],
    ['/log-ind', '?til=%2Fvirksomheder%3Fq%3D25'],
  ]
  expect(kept.map(([at, text]) => [at, again(at, text)])).toEqual(kept)
  expect(kept.map(([at]) => at)).toEqual(Object.keys(addresses))
})

test('a word of digits stays a word, one provider is a list, and a row is a number', () => {
  expect(read('/virksomheder', '?q=25')).toEqual({ q: '25' })
  expect(read('/hold', '?provider=1')).toEqual({ provider: ['1'] })
  expect(read('/ring', '?liste=3')).toEqual({ liste: 3 })
})

test('what a page does not know is left out, the rest stands', () => {
  expect(again('/aftaler', '?vis=forkert&q=bager&aftale=x')).toBe('?q=bager')
  expect(again('/kalender', '?dag=30-11-2026&hvem=mine&aftale=1.5')).toBe('?hvem=mine')
  expect(again('/ring', '?liste=3&liste=4')).toBe('')
})

test('a name that every object has is a name like another', () => {
  for (const name of Object.getOwnPropertyNames(Object.prototype))
    expect(again('/ring/oevelse', `?${name}=1&${name}=2`)).toBe(name === '__proto__' ? '' : `?${name}=1&${name}=2`)
})

test('no address breaks a page, whatever stands in it', () => {
  const names = Object.values(addresses).flatMap((schema) => Object.keys(schema.shape))
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string())
  const text = fc.array(pair, { maxLength: 6 }).map((pairs) => `?${new URLSearchParams(pairs)}`)
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(addresses) as At[])), text, (at, typed) => {
      expect(again(at, again(at, typed))).toBe(again(at, typed))
    }),
  )
})

test('who comes by a link in a mail, or has forgotten the password, is not asked who he is first', () => {
  const open = ['/log-ind', '/glemt-adgangskode', '/adgangskode/1-abc', '/opsaetning', '/invitation/1-abc']
  expect(open.filter((path) => !isOpenPage(path))).toEqual([])
  const asked = ['/', '/mig/adgang', '/log-indbakke', '/ring']
  expect(asked.filter(isOpenPage)).toEqual([])
})
