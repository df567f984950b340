/** Steps that several journeys take. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFindings } from './browser.ts'

/** Nothing on the page that axe would mark. */
export const clean = async (page: Page) => expect(await axeFindings(page)).toEqual([])

export const fileCalled = (name: string) => `e2e/files/${name}`

/** Today in Denmark, as a date field wants it. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format()

/** From the lists to the hearing that one's own school is asked in, or to the list itself. */
export const openHearing = async (page: Page) => {
  await page.getByRole('link', { name: 'Horsens, efterår' }).first().click()
  // The address is there before the page is, and the page before has a field for the school's contacts too.
  await page.getByRole('heading', { level: 1, name: /Horsens, efterår/ }).waitFor()
}

/** A school is done with its hearing. */
export const handInAnswer = async (page: Page) => {
  await page.getByRole('button', { name: 'Aflever svar' }).click()
  const done = page.getByRole('button', { name: 'Åbn svaret igen' })
  const anyway = page.getByRole('button', { name: 'Aflever alligevel' })
  await done.or(anyway).waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await done.waitFor()
}

/** From the list of companies to one's card; gives its number. */
export const openCard = async (page: Page, name: string) => {
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL(/virksomheder\/\d+/)
  await page.locator('#may-we-call').waitFor()
  return /virksomheder\/(\d+)/.exec(page.url())?.[1] ?? ''
}
