import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { type Page } from 'playwright-core'

type Finding = { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }

/** What axe finds on an open page, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: own } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Finding[] }> }
    }
    return (await own.run({ rules: { 'target-size': { enabled: true } } })).violations
  })
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
  )
}

/** What html-validate finds in a page, a line each. */
export async function markupFindings(text: string): Promise<string[]> {
  const report = await validate.validateString(text)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, selector }) => `${ruleId}: ${message} (line ${line}, ${selector})`),
  )
}

const validate = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'doctype-style': 'off', // either case is right
    'no-trailing-whitespace': 'off', // costs a byte, harms nobody
    'long-title': 'off', // headlines are as long as the news
    'require-sri': 'off', // script and pictures come from the house itself
    'tel-non-breaking': 'off',
    'no-inline-style': 'error',
    'wcag/h37': 'error',
    'prefer-native-element': 'off', // a scrolling strip and a live count have no element of their own
  },
})
