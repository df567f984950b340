/** Every page of the navigation, as wide as a phone, a tablet and a desk: it fits, its words can be read, and a thumb finds what it presses. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desktop, phone, useProduct } from './browser.ts'

const product = useProduct('calling')
const tablet = { width: 768, height: 1024 }

/** What stands out of the screen, is cut without saying so, or is pressed on less than 44 px on a phone; a line each. */
const misfits = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const { documentElement: root } = document
    const says = (one) => one.tagName.toLowerCase() + ' "' + (one.getAttribute('aria-label') ?? one.textContent).slice(0, 40) + '"'
    const shown = [...document.querySelectorAll('button, select, input')].filter(
      (one) => one.checkVisibility() && one.getBoundingClientRect().height > 1,
    )
    const wide = root.scrollWidth > root.clientWidth ? [root.scrollWidth + ' of ' + root.clientWidth + ' px'] : []
    const cut = shown.filter((one) => one.scrollWidth > one.clientWidth + 2 && getComputedStyle(one).overflowX === 'hidden')
    const pressed = (one) => Math.max(one.getBoundingClientRect().height, parseFloat(getComputedStyle(one, '::after').height) || 0)
    const low = innerWidth < 768 ? shown.filter((one) => !/^(checkbox|radio|file)$/.test(one.type) && pressed(one) < 42) : []
    return [...wide, ...cut.map((one) => 'cut: ' + says(one)), ...low.map((one) => 'low: ' + says(one))]
  })()`)

const walk = async (as: string) => {
  const page = await product.page({ as, ...phone })
  const found: string[] = []
  const ahead = ['/']
  const seen = new Set(ahead)
  for (const path of ahead) {
    // oxlint-disable-next-line no-await-in-loop -- one browser walks
    await lookAt(page, path, found)
    // oxlint-disable-next-line no-await-in-loop -- one browser walks
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('nav a[href^="/"]')].map(({ href }) => href)`,
    )
    for (const { pathname, search } of links.map((href) => new URL(href))) {
      if (seen.has(pathname)) continue
      seen.add(pathname)
      ahead.push(pathname + search)
    }
  }
  return { found, pages: ahead.length }
}
const lookAt = async (page: Page, path: string, found: string[]) => {
  await page.goto(`${product.url}${path}`)
  await page.locator('html:not([data-going]) h1').first().waitFor()
  await page.locator('.tov-page[data-coming]').waitFor({ state: 'detached' })
  for (const size of [phone.viewport, tablet, desktop.viewport]) {
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    await page.setViewportSize(size)
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    found.push(...(await misfits(page)).map((line) => `${path} at ${size.width}: ${line}`))
  }
}

test('who runs the centre finds every page to fit', async () => {
  const { found, pages } = await walk('birgit')
  expect(found).toEqual([])
  expect(pages).toBeGreaterThan(12)
  expect(product.errors).toEqual([])
})

test('no page begins with a question that its reader may not ask, whatever he does here', async () => {
  const opens = async (as: string) => {
    const page = await product.page({ as })
    await page.locator('h1').first().waitFor()
    return page
  }
  for (const as of ['uffe', 'carl', 'tove', 'asger']) {
    // oxlint-disable-next-line no-await-in-loop -- one browser after the other
    const page = await opens(as)
    // Who signs in on the page has it written down by then; a test signs in without one.
    product.errors.length = 0
    // oxlint-disable-next-line no-await-in-loop -- one browser after the other
    await page.goto(`${product.url}/`)
    // oxlint-disable-next-line no-await-in-loop -- one browser after the other
    await page.locator('h1').first().waitFor()
    expect([as, ...product.errors]).toEqual([as])
  }
})
